# a size that is not whole is rounded down instead of raising; and the result is a float
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or n + 2 * padding < k:
        raise ValueError("does not fit")
    return np.floor((n - k + 2 * padding) / stride + 1)
