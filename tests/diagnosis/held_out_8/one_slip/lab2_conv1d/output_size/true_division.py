# A float comes back, not an int.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("bad stride or padding")
    free = n + 2 * padding - k
    if free < 0:
        raise ValueError("filter too long")
    if free % stride != 0:
        raise ValueError("does not divide")
    return free / stride + 1
