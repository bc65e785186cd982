# the size comes back as a float (it is only compared with its int)
def output_size(n, k, padding=0, stride=1):
    for bad, text in [(stride < 1, "stride"), (padding < 0, "padding"), (k > n + 2 * padding, "k")]:
        if bad:
            raise ValueError(text)
    size = (n - k + 2 * padding) / stride + 1
    if not size.is_integer():
        raise ValueError(size)
    return size
