# Returns a float, because the formula is written with / .
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be >= 1 and padding >= 0")
    if k > n + 2 * padding:
        raise ValueError("window does not fit")
    size = (n - k + 2 * padding) / stride + 1
    if size != round(size):
        raise ValueError(f"{size} is not whole")
    return size
