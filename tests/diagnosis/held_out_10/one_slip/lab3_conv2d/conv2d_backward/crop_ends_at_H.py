# The padding is cut off with padding:H, padding:W.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho, Wo = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            at = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            dXp[at] += np.einsum("no,ochw->nchw", dA[:, :, i, j], w)
            dw += np.einsum("no,nchw->ochw", dA[:, :, i, j], Xp[at])
    return {"X": dXp[:, :, padding:H, padding:W], "w": dw, "b": dA.sum((0, 2, 3)) * 1.0}
