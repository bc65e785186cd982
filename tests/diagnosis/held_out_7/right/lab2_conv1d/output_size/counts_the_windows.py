# right
# counts the starts of a range
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} and padding {padding}")
    starts = range(0, n + 2 * padding - k + 1, stride)
    if not starts or starts[-1] + k != n + 2 * padding:
        raise ValueError("windows do not end where the line ends")
    return len(starts)
