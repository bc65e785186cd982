# Theano's filter_flip=True: a true convolution.
def conv_forward(X, w):
    flipped = np.rot90(w, 2)
    ih, iw = X.shape
    kh, kw = flipped.shape
    sub = np.lib.stride_tricks.as_strided(
        X, shape=(ih - kh + 1, iw - kw + 1, kh, kw), strides=X.strides * 2, writeable=False)
    return np.einsum("yxij,ij->yx", sub, flipped)
