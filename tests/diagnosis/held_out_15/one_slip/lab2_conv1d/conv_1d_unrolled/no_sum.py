# Multiplies the matrix of windows by w elementwise and never adds up, so a (T, k) array comes back.
def conv_1d_unrolled(x, w):
    U = unroll(x, w.size)
    return U * w[np.newaxis, :]
