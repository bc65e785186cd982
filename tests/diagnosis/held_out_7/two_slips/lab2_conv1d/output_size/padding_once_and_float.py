# the padding counts on one side only; the answer is a float
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("does not fit")
    if (n - k + 2 * padding) % stride:
        raise ValueError("not whole")
    size = (n - k + padding) / stride + 1
    return size
