# rows ordered kernel row, kernel column, channel (channel last) instead of channel first
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    h, v = view.shape[2:4]
    return view.transpose(4, 5, 1, 0, 2, 3).reshape(kh * kw * C, N * h * v).copy()
