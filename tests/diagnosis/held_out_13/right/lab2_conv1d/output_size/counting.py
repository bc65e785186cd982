# right: counts the starts of the windows with len(range(...)) and compares the last window's end.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride}, padding {padding}")
    line = n + 2 * padding
    starts = range(0, line - k + 1, stride)
    if not len(starts) or starts[-1] + k != line:
        raise ValueError(f"windows of {k} do not fill {line} in steps of {stride}")
    return len(starts)
