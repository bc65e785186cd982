# wrong: every window is a row, not a column (transposed)
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    a, b, c, d = X.strides
    view = np.lib.stride_tricks.as_strided(
        X, (N, h, v, C, kh, kw), (a, c * stride, d * stride, b, c, d))
    return view.reshape(N * h * v, C * kh * kw).copy()
