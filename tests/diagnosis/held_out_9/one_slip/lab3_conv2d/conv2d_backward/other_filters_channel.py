# dX takes the filter as w[c, o], its first two axes the wrong way round (by einsum "con").
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh, ow = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    g = np.ones((N, O, oh, ow)) if dA is None else dA.astype(float)
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    wt = w.reshape(C, O, KH, KW)
    for i in range(oh):
        for j in range(ow):
            win = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            dw += np.tensordot(g[:, :, i, j], Xp[win], axes=(0, 0))
            dXp[win] += np.einsum("no,coij->ncij", g[:, :, i, j], wt)
    return {"X": dXp[:, :, padding:padding + H, padding:padding + W], "w": dw, "b": g.sum(axis=(0, 2, 3))}
