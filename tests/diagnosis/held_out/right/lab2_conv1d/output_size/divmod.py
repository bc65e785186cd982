# right
def output_size(n, k, padding=0, stride=1):
    if stride <= 0:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if k > n + 2 * padding:
        raise ValueError("the window does not fit")
    steps, rest = divmod(n - k + 2 * padding, stride)
    if rest:
        raise ValueError("not whole")
    return steps + 1
