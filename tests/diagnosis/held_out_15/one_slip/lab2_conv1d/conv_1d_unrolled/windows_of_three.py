# The window length is hard-coded to 3, so filters of any other length raise.
def conv_1d_unrolled(x, w):
    matrix = unroll(x, 3)
    return np.dot(matrix, w)
