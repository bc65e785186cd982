# wrong: a float where int is asked for, after right checks
def output_size(n, k, padding=0, stride=1):
    if padding < 0:
        raise ValueError(f"padding is {padding}")
    if stride < 1:
        raise ValueError(f"stride is {stride}")
    span = n + 2 * padding - k
    if span < 0 or span % stride:
        raise ValueError("windows do not fit")
    return span / stride + 1
