# Pads rows above and below but no columns left and right; the missing columns of windows are dropped, so the maps are too narrow.
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (0, 0)))
    kh, kw = w.shape[2:]
    V = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    V = V[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", V, w) + b.reshape(1, -1, 1, 1)
