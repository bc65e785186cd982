# as_strided with strides of 8 bytes by hand: right for C-ordered arrays of 8-byte numbers only.
def conv_forward(X, w):
    H, W = X.shape
    kh, kw = w.shape
    shape = (H - kh + 1, W - kw + 1, kh, kw)
    view = np.lib.stride_tricks.as_strided(X, shape, (8 * W, 8, 8 * W, 8), writeable=False)
    return np.tensordot(view, w, axes=2)
