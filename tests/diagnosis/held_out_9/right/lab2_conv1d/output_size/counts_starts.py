# right
# Counts the starts of windows.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError(f"stride {stride} or padding {padding}")
    room = n + 2 * padding - k
    if room < 0 or room % stride:
        raise ValueError(f"{room} is not a whole number of steps of {stride}")
    return len(range(0, room + 1, stride))
