# rounds down instead of raising where the size is not whole
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if k > n + 2 * padding:
        raise ValueError("filter is too long")
    length = (n - k + 2 * padding) / stride + 1
    return int(length)
