# counts the padding on one side only: n + padding instead of n + 2 * padding, in the size and in the checks
def output_size(n, k, padding=0, stride=1):
    if stride <= 0 or padding < 0:
        raise ValueError("bad stride or padding")
    total = n + padding
    if k > total:
        raise ValueError("filter too long")
    steps, rest = divmod(total - k, stride)
    if rest != 0:
        raise ValueError("does not fit")
    return steps + 1
