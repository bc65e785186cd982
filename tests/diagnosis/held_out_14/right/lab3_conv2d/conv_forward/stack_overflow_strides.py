# as_strided windows with doubled strides, as on Stack Overflow, then einsum
def conv_forward(X, w):
    shape = w.shape + tuple(np.subtract(X.shape, w.shape) + 1)
    sub = np.lib.stride_tricks.as_strided(X, shape=shape, strides=X.strides * 2)
    return np.einsum('ij,ijkl->kl', w, sub)
