# Checks the arguments with assert, so what does not fit raises an AssertionError where a ValueError is asked for.
def output_size(n, k, padding=0, stride=1):
    assert stride >= 1, "stride must be positive"
    assert padding >= 0, "padding must not be negative"
    room = n + 2 * padding - k
    assert room >= 0, "filter too long"
    assert room % stride == 0, "windows do not come out even"
    return room // stride + 1
