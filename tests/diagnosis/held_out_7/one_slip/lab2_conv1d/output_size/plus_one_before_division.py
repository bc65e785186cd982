# the 1 is added before the division
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("bad stride or padding")
    if k > n + 2 * padding:
        raise ValueError("window does not fit")
    room = n - k + 2 * padding
    if room % stride != 0:
        raise ValueError("not whole")
    return (room + 1) // stride
