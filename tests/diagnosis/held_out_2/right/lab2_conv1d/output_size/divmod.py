# right
def output_size(n, k, padding=0, stride=1):
    if stride <= 0 or padding < 0 or n + 2 * padding < k:
        raise ValueError(f"no output for {n}, {k}, {padding}, {stride}")
    steps, rest = divmod(n + 2 * padding - k, stride)
    if rest:
        raise ValueError("the stride does not divide")
    return int(steps + 1)
