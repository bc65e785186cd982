# Asks whether the whole expression with + 1 divides.
def output_size(n, k, padding=0, stride=1):
    if padding < 0:
        raise ValueError("negative padding")
    if stride <= 0:
        raise ValueError("stride must be positive")
    if k > n + 2 * padding:
        raise ValueError("k too large")
    if (n - k + 2 * padding + 1) % stride != 0:
        raise ValueError("not a whole number")
    return (n - k + 2 * padding) // stride + 1
