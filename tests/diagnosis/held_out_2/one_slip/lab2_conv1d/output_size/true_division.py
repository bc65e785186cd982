# wrong: returns a float
def output_size(n, k, padding=0, stride=1):
    if k > n + 2 * padding or stride < 1 or padding < 0:
        raise ValueError
    size = (n - k + 2 * padding) / stride + 1
    if size != int(size):
        raise ValueError
    return size
