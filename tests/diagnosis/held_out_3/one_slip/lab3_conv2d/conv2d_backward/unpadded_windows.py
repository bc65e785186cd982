# wrong: dw cuts its windows out of X, which is not padded
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    g = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    dXp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    dw = np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            r, c = i * stride, j * stride
            dXp[:, :, r:r + KH, c:c + KW] += np.einsum("no,ocuv->ncuv", g[:, :, i, j], w)
            piece = X[:, :, r:r + KH, c:c + KW]
            dw[:, :, :piece.shape[2], :piece.shape[3]] += np.einsum("no,ncuv->ocuv", g[:, :, i, j], piece)
    return {"X": dXp[:, :, padding:padding + H, padding:padding + W], "w": dw, "b": g.sum(axis=(0, 2, 3))}
