# wrong: both loops run over the rows of dA
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    rows = dA.shape[0]
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(rows):
        for j in range(min(rows, dA.shape[1])):
            dX[i : i + kh, j : j + kw] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + kh, j : j + kw]
    return {"X": dX, "w": dw}
