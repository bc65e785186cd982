# the ValueError is returned instead of raised
def output_size(n, k, padding=0, stride=1):
    span = n - k + 2 * padding
    if stride < 1 or padding < 0 or span < 0 or span % stride > 0:
        return ValueError(f"no size for {n}, {k}, {padding}, {stride}")
    return 1 + span // stride
