# counts the windows with range and looks where the last one ends
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} or padding {padding} is too small")
    starts = range(0, n + 2 * padding - k + 1, stride)
    if not starts or starts[-1] + k != n + 2 * padding:
        raise ValueError(f"windows of {k} do not fill {n} + 2*{padding} with stride {stride}")
    return len(starts)
