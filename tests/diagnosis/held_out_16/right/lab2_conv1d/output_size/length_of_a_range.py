# right: the size is the length of the range of starts, and it is whole if the last start touches the end
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} or padding {padding}")
    starts = range(-padding, n + padding - k + 1, stride)
    if not starts or starts[-1] + k != n + padding:
        raise ValueError(f"windows of {k} do not cover a line of {n}, {padding=}, {stride=}")
    return len(starts)
