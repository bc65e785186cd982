# right
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    N, _, h, q = v.shape[:4]
    rows = v.transpose(0, 2, 3, 1, 4, 5).reshape(N * h * q, C * KH * KW)
    out = rows @ w.reshape(O, -1).T + b
    return np.moveaxis(out.reshape(N, h, q, O), -1, 1)
