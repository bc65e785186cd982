# right
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride >= 1 and padding >= 0, please")
    line = n + 2 * padding
    starts = range(0, line - k + 1, stride)
    if not starts or starts[-1] + k != line:
        raise ValueError(f"windows of {k} do not fill {line} exactly in steps of {stride}")
    return len(starts)
