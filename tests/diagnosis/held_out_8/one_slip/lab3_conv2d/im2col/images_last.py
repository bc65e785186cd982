# Columns ordered by place, then by image.
def im2col(X, kh, kw, stride=1, padding=0):
    p = padding
    Xp = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    win = np.lib.stride_tricks.sliding_window_view(Xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    # win: N C Ho Wo kh kw
    return win.transpose(1, 4, 5, 2, 3, 0).reshape(X.shape[1] * kh * kw, -1)
