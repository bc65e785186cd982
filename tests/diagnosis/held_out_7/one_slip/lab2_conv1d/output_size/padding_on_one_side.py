# counts the padding on one side only
def output_size(n, k, padding=0, stride=1):
    total = n + padding
    if padding < 0 or stride < 1 or k > n + 2 * padding:
        raise ValueError
    steps, rest = divmod(total - k, stride)
    if rest:
        raise ValueError("stride does not fit")
    return steps + 1
