# wrong: rows ordered kernel first, channel last
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.ascontiguousarray(np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))))
    N, C, H, W = X.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    a, b, c, d = X.strides
    cols = np.lib.stride_tricks.as_strided(X, (kh, kw, C, N, oh, ow), (c, d, b, a, c * stride, d * stride))
    return cols.reshape(C * kh * kw, N * oh * ow).copy()
