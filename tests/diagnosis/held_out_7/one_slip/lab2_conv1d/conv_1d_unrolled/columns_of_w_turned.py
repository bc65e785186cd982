# multiplies by the filter turned round
def conv_1d_unrolled(x, w):
    U = unroll(x, len(w))
    return U.dot(w[::-1])
