# wrong: padding counted once, not at both ends
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride or padding")
    room = n - k + padding
    if n - k + 2 * padding < 0:
        raise ValueError("filter too long")
    if room % stride != 0:
        raise ValueError("does not divide")
    return room // stride + 1
