# sums over axis 0 (the windows) instead of the weights: a vector of length k
def conv_1d_unrolled(x, w):
    U = unroll(x, len(w))
    products = U * w[None, :]
    return products.sum(axis=0)
