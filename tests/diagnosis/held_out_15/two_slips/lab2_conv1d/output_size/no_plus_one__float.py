# The + 1 is missing, and the division with / gives a float.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("impossible")
    if (n - k + 2 * padding) % stride:
        raise ValueError("does not divide")
    return (n - k + 2 * padding) / stride
