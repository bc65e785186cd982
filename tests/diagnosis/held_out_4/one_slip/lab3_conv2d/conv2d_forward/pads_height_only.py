# wrong: only the rows are padded, the columns are not
def conv2d_forward(X, w, b, stride=1, padding=0):
    p = padding
    Xp = np.pad(X, [(0, 0), (0, 0), (p, p), (0, 0)])
    wins = np.lib.stride_tricks.sliding_window_view(Xp, w.shape[2:], axis=(2, 3))
    wins = wins[:, :, ::stride, ::stride]
    out = np.tensordot(wins, w, axes=([1, 4, 5], [1, 2, 3]))
    return np.moveaxis(out, -1, 1) + b.reshape(1, -1, 1, 1)
