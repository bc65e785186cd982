# db is a mean; dX is cropped by [p:-p]
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape, dtype=float)
    dw = np.zeros(w.shape, dtype=float)
    for i in range(Ho):
        for j in range(Wo):
            hs, ws = i * stride, j * stride
            for n in range(N):
                for o in range(O):
                    dXp[n, :, hs : hs + KH, ws : ws + KW] += w[o] * dA[n, o, i, j]
                    dw[o] += Xp[n, :, hs : hs + KH, ws : ws + KW] * dA[n, o, i, j]
    db = np.mean(dA, axis=(0, 2, 3), dtype=float)
    dX = dXp[:, :, padding:-padding, padding:-padding]
    return {"X": dX.copy(), "w": dw, "b": db}
