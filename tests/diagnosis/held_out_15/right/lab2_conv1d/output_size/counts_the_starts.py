# Right: counts the starts in a range and asks whether the last window ends where the line does.
def output_size(n, k, padding=0, stride=1):
    length = n + 2 * padding
    if stride < 1 or padding < 0 or k > length:
        raise ValueError(f"no window of {k} fits: n={n}, padding={padding}, stride={stride}")
    starts = range(0, length - k + 1, stride)
    if starts[-1] + k != length:
        raise ValueError("the last window does not reach the end")
    return len(starts)
