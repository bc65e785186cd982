# the errors are returned, not raised
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        return ValueError("stride must be >= 1 and padding >= 0")
    room = n + 2 * padding - k
    if room < 0:
        return ValueError("window too long")
    if room % stride:
        return ValueError("windows do not fit")
    return room // stride + 1
