# counts the possible starts with len(range(...)) and tests whether the last window ends exactly at the end of the line
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} or padding {padding} is not possible")
    line = n + padding + padding
    starts = range(0, line - k + 1, stride)
    if len(starts) == 0 or starts[-1] + k != line:
        raise ValueError(f"windows of {k} do not tile a line of {line} in steps of {stride}")
    return len(starts)
