# the filter is unrolled and multiplied by x instead of the other way round: the result has the length of w
def conv_1d_unrolled(x, w):
    windows = unroll(w, len(x))
    return windows @ x
