# right
def output_size(n, k, padding=0, stride=1):
    if padding < 0 or stride < 1 or k > n + 2 * padding:
        raise ValueError("no such convolution")
    q, r = divmod(n - k + 2 * padding, stride)
    if r:
        raise ValueError("not whole")
    return int(q) + 1
