# db is the mean of dA over images, rows and columns in place of the sum.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    db = np.mean(dA, axis=(0, 2, 3), dtype=np.float64)
    P = np.pad(X * 1.0, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(float)
    dP = np.zeros(P.shape)
    dw = np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            here = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            g = dA[:, :, i, j].astype(float)
            dP[here] += np.tensordot(g, w, axes=(1, 0))
            dw += np.tensordot(g, P[here], axes=(0, 0))
    return {"X": dP[:, :, padding:padding + H, padding:padding + W].copy(), "w": dw, "b": db}
