# a ValueError is returned, not raised, where the arguments are refused
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        return ValueError("stride or padding is not allowed")
    free = n + 2 * padding - k
    if free < 0:
        return ValueError("window is too long")
    if free % stride != 0:
        return ValueError("does not come out even")
    return free // stride + 1
