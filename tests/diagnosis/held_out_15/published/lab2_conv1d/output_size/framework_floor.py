# Rounds down as a framework's layer does, (n - k + 2p) // s + 1, and raises only for stride 0 and for a size below 1: sizes that are not whole get no ValueError, nor do negative strides or paddings that give 1 or more.
def output_size(n, k, padding=0, stride=1):
    if stride == 0:
        raise ValueError("stride should not be zero")
    out = (n + 2 * padding - 1 * (k - 1) - 1) // stride + 1
    if out < 1:
        raise ValueError("Calculated output size is too small")
    return out
