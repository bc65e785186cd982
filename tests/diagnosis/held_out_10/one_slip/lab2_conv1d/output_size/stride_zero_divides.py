# A stride of 0 is not refused, only a negative one.
def output_size(n, k, padding=0, stride=1):
    if stride < 0 or padding < 0 or k > n + 2 * padding:
        raise ValueError("that cannot be")
    steps, rest = divmod(n - k + 2 * padding, stride)
    if rest:
        raise ValueError("does not fit")
    return steps + 1
