# the whole size is returned as a float (5.0)
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if k > n + 2 * padding:
        raise ValueError("filter longer than the line")
    size = (n - k + 2 * padding) / stride + 1
    if not size.is_integer():
        raise ValueError(f"{size} is not whole")
    return size
