# db is that of the last image only, and dw is the mean over the images in place of the sum.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p, s = padding, stride
    Ho, Wo = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    for n in range(N):
        db = np.zeros(O)
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    g = float(dA[n, o, i, j])
                    db[o] += g
                    dw[o] += g * Xp[n, :, i * s:i * s + KH, j * s:j * s + KW]
                    dXp[n, :, i * s:i * s + KH, j * s:j * s + KW] += g * w[o]
    return {"X": dXp[:, :, p:p + H, p:p + W].copy(), "w": dw / N, "b": db}
