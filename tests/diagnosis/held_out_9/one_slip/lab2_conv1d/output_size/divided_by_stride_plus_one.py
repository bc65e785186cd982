# The 1 stands inside the parentheses of the divisor: stride + 1.
def output_size(n, k, padding=0, stride=1):
    span = n - k + 2 * padding
    if stride < 1 or padding < 0 or span < 0 or span % stride:
        raise ValueError("does not fit")
    return span // (stride + 1)
