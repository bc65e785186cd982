# The keys are dX, dw and db.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh, ow = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    dA = np.ones((N, O, oh, ow)) if dA is None else dA.astype(float)
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    for n, o, i, j in np.ndindex(N, O, oh, ow):
        y, x = i * stride, j * stride
        dXp[n, :, y:y + KH, x:x + KW] += dA[n, o, i, j] * w[o]
        dw[o] += dA[n, o, i, j] * Xp[n, :, y:y + KH, x:x + KW]
    return {"dX": dXp[:, :, padding:padding + H, padding:padding + W], "dw": dw, "db": dA.sum((0, 2, 3))}
