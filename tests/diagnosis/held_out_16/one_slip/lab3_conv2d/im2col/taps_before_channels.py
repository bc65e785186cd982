# the rows are ordered by kernel row, kernel column, channel: the channel comes last instead of first
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, h, w = win.shape[:4]
    return win.transpose(4, 5, 1, 0, 2, 3).reshape(kh * kw * C, N * h * w).copy()
