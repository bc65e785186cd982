# The bias is a threshold that is taken away.
def conv2d_forward(X, w, b, stride=1, padding=0):
    side = (padding, padding)
    P = np.pad(X, ((0, 0), (0, 0), side, side))
    V = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    V = V[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", V, w) - b.reshape(1, -1, 1, 1)
