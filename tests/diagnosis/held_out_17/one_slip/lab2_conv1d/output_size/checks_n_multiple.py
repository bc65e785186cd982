# tests whether n + 2 * padding is a multiple of the stride instead of n - k + 2 * padding
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if k > n + 2 * padding:
        raise ValueError("window longer than line")
    if (n + 2 * padding) % stride:
        raise ValueError("stride does not divide")
    return (n - k + 2 * padding) // stride + 1
