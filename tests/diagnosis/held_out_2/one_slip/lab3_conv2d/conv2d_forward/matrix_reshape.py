# wrong: the columns are reshaped to (N, O, h, v) without a transpose: images and filters get mixed up
def conv2d_forward(X, w, b, stride=1, padding=0):
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, C, KH, KW = w.shape
    view = np.lib.stride_tricks.sliding_window_view(Xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    N, _, h, v = view.shape[:4]
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(N * h * v, -1)
    out = rows @ w.reshape(O, -1).T + b
    return out.T.reshape(N, O, h, v)
