# Counts the padding of one side only.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride}, padding {padding}")
    room = n - k + padding
    if room < 0 or room % stride:
        raise ValueError(f"{n}, {k}, {padding}, {stride} do not fit")
    return int(room / stride) + 1
