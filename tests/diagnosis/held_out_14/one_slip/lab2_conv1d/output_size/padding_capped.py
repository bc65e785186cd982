# a padding of k or more is refused with a ValueError although the formula holds for it
def output_size(n, k, padding=0, stride=1):
    if stride <= 0 or padding < 0 or padding >= k:
        raise ValueError("bad stride or padding")
    size = (n - k + 2 * padding) / stride + 1
    if n + 2 * padding < k or size != int(size):
        raise ValueError("bad size")
    return int(size)
