# a size that is not whole is rounded down instead of raising ValueError
def output_size(n, k, padding=0, stride=1):
    if min(stride, 1) < 1 or min(padding, 0) < 0:
        raise ValueError("stride from 1, padding from 0")
    room = n + 2 * padding - k
    if room < 0:
        raise ValueError("the window is too long")
    count = 1
    while room >= stride:
        room -= stride
        count += 1
    return count
