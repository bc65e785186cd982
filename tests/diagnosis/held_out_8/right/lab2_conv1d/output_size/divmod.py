# right
# divmod
def output_size(n, k, padding=0, stride=1):
    if min(stride - 1, padding, n + 2 * padding - k) < 0:
        raise ValueError("sizes that cannot be")
    whole, rest = divmod(n + 2 * padding - k, stride)
    if rest:
        raise ValueError(f"{rest} left over")
    return whole + 1
