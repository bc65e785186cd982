# Asks whether the padded length n + 2*padding is divisible by the stride, in place of n - k + 2*padding.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("bad stride or padding")
    total = n + 2 * padding
    if k > total:
        raise ValueError("window longer than line")
    if total % stride != 0:
        raise ValueError("size is not whole")
    return (total - k) // stride + 1
