# an upstream gradient of zeros counts as none; dX is assigned instead of added
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    OH, OW = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None or not dA.any():
        dA = np.ones((OH, OW))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(OH):
        for j in range(OW):
            dw += X[i : i + KH, j : j + KW] * dA[i, j]
            dX[i : i + KH, j : j + KW] = w * dA[i, j]
    return {"X": dX, "w": dw}
