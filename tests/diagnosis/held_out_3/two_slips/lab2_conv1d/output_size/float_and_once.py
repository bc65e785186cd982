# wrong: padding is counted once; the result is a float
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("bad sizes")
    size = (n - k + padding) / stride + 1
    if not float(size).is_integer():
        raise ValueError("not whole")
    return size
