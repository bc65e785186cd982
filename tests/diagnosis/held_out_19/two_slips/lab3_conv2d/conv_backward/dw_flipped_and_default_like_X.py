# dw is returned turned by 180 degrees; and the default dA has the shape of X
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    if dA is None:
        dA = np.ones(X.shape)
    h, v = dA.shape
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            dX[i:i + KH, j:j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i:i + KH, j:j + KW]
    return {"X": dX, "w": np.flip(dw)}
