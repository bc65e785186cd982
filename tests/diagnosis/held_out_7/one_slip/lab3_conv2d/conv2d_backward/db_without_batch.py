# db sums one image only
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n in range(N):
        db = np.zeros(b.shape)
        for o in range(O):
            db[o] += dA[n, o].sum()
            for i in range(Ho):
                for j in range(Wo):
                    r, s = i * stride, j * stride
                    dw[o] += dA[n, o, i, j] * Xp[n, :, r : r + KH, s : s + KW]
                    dXp[n, :, r : r + KH, s : s + KW] += dA[n, o, i, j] * w[o]
    dX = dXp[:, :, padding : padding + H, padding : padding + W].copy()
    return {"X": dX, "w": dw, "b": db}
