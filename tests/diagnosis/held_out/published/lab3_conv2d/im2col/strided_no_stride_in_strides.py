# wrong: as_strided without the stride: windows at every place
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.ascontiguousarray(np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))))
    N, C, H, W = X.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    a, b, c, d = X.strides
    cols = np.lib.stride_tricks.as_strided(X, (C, kh, kw, N, oh, ow), (b, c, d, a, c, d))
    return cols.reshape(C * kh * kw, N * oh * ow).copy()
