# Refuses every k above n, without the padding, so a filter that fits on the padded line only raises.
def output_size(n, k, padding=0, stride=1):
    if k > n or stride < 1 or padding < 0:
        raise ValueError(f"no window of {k} on {n}")
    q, rest = divmod(n - k + 2 * padding, stride)
    if rest:
        raise ValueError("not a whole number of windows")
    return q + 1
