# dX gets the sum of all filters for each of them.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p = padding
    Ho, Wo = (H - KH + 2 * p) // stride + 1, (W - KW + 2 * p) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Xp[:, :, p:p + H, p:p + W] = X
    dXp = np.zeros_like(Xp)
    dw, db = np.zeros(w.shape), np.zeros(b.shape)
    for n, o, i, j in np.ndindex(N, O, Ho, Wo):
        window = (n, slice(None), slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW))
        dXp[window] += dA[n, o, i, j] * w.sum(axis=0)
        dw[o] += dA[n, o, i, j] * Xp[window]
        db[o] += dA[n, o, i, j]
    return {'X': dXp[:, :, p:p + H, p:p + W].copy(), 'w': dw, 'b': db}
