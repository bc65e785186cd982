# the result is a float such as 3.0, because it divides with / and never converts
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"{stride=} {padding=}")
    if k > n + 2 * padding:
        raise ValueError("filter too long")
    size = (n - k + 2 * padding) / stride + 1
    if size != int(size):
        raise ValueError("not whole")
    return size
