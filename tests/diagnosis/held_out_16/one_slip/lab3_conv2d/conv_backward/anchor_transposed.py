# dX gets each share at the anchor (j, i) instead of (i, j): on wide or tall images shares fall outside (lost, or a ValueError)
def conv_backward(X, w, dA=None):
    H, W = X.shape
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((H - KH + 1, W - KW + 1))
    dX = np.zeros((H, W))
    dw = np.zeros((KH, KW))
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            dX[j : j + KH, i : i + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
