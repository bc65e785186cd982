# db is summed over axes 0, 1, 2 (over the filters, not the columns); and dX keeps the padding
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dX = np.zeros(P.shape)
    dw = np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            g = dA[:, :, i, j]
            s = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            dX[s] += np.einsum("no,ocuv->ncuv", g, w)
            dw += np.einsum("no,ncuv->ocuv", g, P[s])
    db = np.sum(dA, axis=(0, 1, 2)) * 1.0
    return {"X": dX, "w": dw, "b": db}
