# the stride is applied to rows only; columns go on by one and are then cut to the right number
def conv2d_forward(X, w, b, stride=1, padding=0):
    KH, KW = w.shape[2:]
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))
    W_out = (P.shape[3] - KW) // stride + 1
    win = win[:, :, ::stride, :W_out]
    return np.einsum("ncijuv,ocuv->noij", win, w) + b[None, :, None, None]
