# dX is assigned where windows overlap
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            dX[i : i + KH, j : j + KW] = dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
