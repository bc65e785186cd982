# cs231n's formula with an assert: a size that is not whole raises AssertionError and not ValueError, and the other bad arguments are not looked at
def output_size(n, k, padding=0, stride=1):
    assert (n + 2 * padding - k) % stride == 0, "width does not work"
    return 1 + (n + 2 * padding - k) // stride
