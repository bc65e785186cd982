# wrong: only the rows are padded, not the columns; the taps are ordered by kernel column first
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (0, 0)))
    win = np.lib.stride_tricks.sliding_window_view(Xp, (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    # N C Ho Wo kh kw  ->  C kh kw N Ho Wo
    return win.transpose(1, 5, 4, 0, 2, 3).reshape(C * kh * kw, -1)
