# wrong: padding is added at one side only
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError("stride from 1, padding from 0")
    room = n - k + padding
    if room < 0:
        raise ValueError("filter too long")
    if room % stride != 0:
        raise ValueError("not whole")
    return int(room // stride) + 1
