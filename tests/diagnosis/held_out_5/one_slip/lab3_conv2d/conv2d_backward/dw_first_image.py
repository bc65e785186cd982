# wrong: dw is overwritten by each image: only the last image counts in dw
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, oh, ow))
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)]).astype(float)
    dP = np.zeros(P.shape)
    for n in range(N):
        dw = np.zeros(w.shape)
        for i in range(oh):
            for j in range(ow):
                ys, xs = slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW)
                for o in range(O):
                    dw[o] += dA[n, o, i, j] * P[n, :, ys, xs]
                    dP[n, :, ys, xs] += dA[n, o, i, j] * w[o]
    return {
        "X": dP[:, :, padding : padding + H, padding : padding + W],
        "w": dw,
        "b": np.sum(dA, axis=(0, 2, 3), dtype=float),
    }
