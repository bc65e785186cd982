# dX: each output sends dA times the whole filter's sum to its anchor pixel only, not to its window
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    h = X.shape[0] - KH + 1
    v = X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((h, v))
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            dX[i, j] += np.sum(dA[i, j] * w)
            dw += dA[i, j] * X[i:i + KH, j:j + KW]
    return {"X": dX, "w": dw}
