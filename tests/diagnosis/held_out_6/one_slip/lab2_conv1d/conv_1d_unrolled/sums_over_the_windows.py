# wrong: sums the products over the windows (axis 0) instead of within each window
def conv_1d_unrolled(x, w):
    U = unroll(x, len(w))
    prod = U * w[np.newaxis, :]
    return np.sum(prod, axis=0)
