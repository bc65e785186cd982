# right
# as_strided and one einsum
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    sn, sc, sh, sw = P.strides
    shape = (N, C, (H - KH) // stride + 1, (W - KW) // stride + 1, KH, KW)
    view = np.lib.stride_tricks.as_strided(P, shape, (sn, sc, sh * stride, sw * stride, sh, sw))
    return np.einsum("ncijuv,ocuv->noij", view, w) + b[:, None, None]
