# counts the starts with len(range(...)) and demands that the last window ends at the end
def output_size(n, k, padding=0, stride=1):
    if min(stride - 1, padding, n + 2 * padding - k) < 0:
        raise ValueError("stride, padding or filter do not fit")
    starts = range(0, n + 2 * padding - k + 1, stride)
    if starts[-1] + k != n + 2 * padding:
        raise ValueError("one entry is left over")
    return len(starts)
