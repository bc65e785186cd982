# counts range(0, n + 2 p - k, stride), whose end is left out, so the last window is missing
def output_size(n, k, padding=0, stride=1):
    total = n + 2 * padding
    if stride < 1 or padding < 0 or k > total or (total - k) % stride > 0:
        raise ValueError(f"bad sizes {n=} {k=} {padding=} {stride=}")
    return len(range(0, total - k, stride))
