# the filter is compared with the unpadded line (k > n), so filters that only fit thanks to the padding are refused
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    if k > n:
        raise ValueError("filter longer than the line")
    if (n - k + 2 * padding) % stride != 0:
        raise ValueError("not whole")
    return (n - k + 2 * padding) // stride + 1
