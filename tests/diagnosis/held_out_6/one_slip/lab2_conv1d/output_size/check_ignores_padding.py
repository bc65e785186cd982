# wrong: raises when k > n, though the padding would make it fit
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if k > n:
        raise ValueError("filter does not fit")
    q, r = divmod(n - k + 2 * padding, stride)
    if r != 0:
        raise ValueError("not a whole number of windows")
    return q + 1
