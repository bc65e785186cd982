# counts the windows with len(range(...)) and compares with the last start to see whether it is whole
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"bad stride {stride} or padding {padding}")
    starts = range(0, n + 2 * padding - k + 1, stride)
    if not starts or starts[-1] + k != n + 2 * padding:
        raise ValueError(f"{k} does not fit into {n} with padding {padding} and stride {stride}")
    return len(starts)
