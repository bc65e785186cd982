# k is compared with n alone, the padding is forgotten: raises where the padded line is long enough.
def output_size(n, k, padding=0, stride=1):
    if k > n:
        raise ValueError("the window is longer than the line")
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    q, r = divmod(n + 2 * padding - k, stride)
    if r != 0:
        raise ValueError("not whole")
    return q + 1
