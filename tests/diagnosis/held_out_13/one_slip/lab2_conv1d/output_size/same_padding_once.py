# Counts the padding on one side only, n - k + padding.
def output_size(n, k, padding=0, stride=1):
    total = n + padding
    if padding < 0 or stride < 1 or k > total:
        raise ValueError(f"no window of {k} fits on {n}")
    steps, rest = divmod(total - k, stride)
    if rest:
        raise ValueError("not whole")
    return steps + 1
