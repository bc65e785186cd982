# The 1 is not added; and a negative padding is accepted.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or k > n + 2 * padding or (n - k + 2 * padding) % stride:
        raise ValueError("bad sizes")
    return int((n - k + 2 * padding) / stride)
