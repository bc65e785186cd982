# Rounds down instead of raising where the size is not whole, and lets a filter pass that is one longer than the line.
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("no negative padding")
    size = (n - k + 2 * padding) // stride + 1
    if size < 0:
        raise ValueError("the filter is too long")
    return int(size)
