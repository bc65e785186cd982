# wrong: the filter is flipped in both directions
def conv_forward(X, w):
    kh, kw = w.shape
    shape = (X.shape[0] - kh + 1, X.shape[1] - kw + 1, kh, kw)
    win = np.lib.stride_tricks.as_strided(X, shape, X.strides * 2)
    return np.tensordot(win, np.flipud(np.fliplr(w)), axes=2)
