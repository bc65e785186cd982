# the padding is counted once instead of twice in the size; the result is a float (division with /)
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + padding:
        raise ValueError
    size = (n - k + padding) / stride + 1
    if size % 1:
        raise ValueError
    return size
