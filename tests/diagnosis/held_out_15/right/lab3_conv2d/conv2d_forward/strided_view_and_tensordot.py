# Right: six-dimensional as_strided view built from the padded array's own strides, then one tensordot.
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, [(0, 0)] * 2 + [(padding, padding)] * 2)
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    sn, sc, sh, sw = P.strides
    shape = (N, C, (H - KH) // stride + 1, (W - KW) // stride + 1, KH, KW)
    V = np.lib.stride_tricks.as_strided(P, shape, (sn, sc, sh * stride, sw * stride, sh, sw), writeable=False)
    maps = np.tensordot(V, w, axes=((1, 4, 5), (1, 2, 3))) + b
    return np.moveaxis(maps, -1, 1)
