# the filter is compared with the bare line, so a filter that fits only thanks to the padding is refused with a ValueError
def output_size(n, k, padding=0, stride=1):
    if k > n:
        raise ValueError("k > n")
    if stride <= 0 or padding < 0:
        raise ValueError("stride/padding")
    q, rest = divmod(n - k + 2 * padding, stride)
    if rest:
        raise ValueError("not whole")
    return q + 1
