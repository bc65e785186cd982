# wrong: rows and columns of the kernel are swapped in the strides
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.ascontiguousarray(np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))))
    N, C, H, W = X.shape
    out_h, out_w = (H - kh) // stride + 1, (W - kw) // stride + 1
    sn, sc, sh, sw = X.strides
    shape = (C, kw, kh, N, out_h, out_w)
    windows = np.lib.stride_tricks.as_strided(X, shape, (sc, sw, sh, sn, sh * stride, sw * stride))
    return windows.reshape(C * kh * kw, -1).copy()
