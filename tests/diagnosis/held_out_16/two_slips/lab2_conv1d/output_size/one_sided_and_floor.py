# two slips: the padding is counted once, not for both sides, and a size that is not whole is rounded down instead of refused
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride must be >= 1 and padding >= 0")
    length = n + padding
    if k > length:
        raise ValueError("filter does not fit")
    return (length - k) // stride + 1
