# dw ignores dA; the windows of dX overwrite each other.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            dX[i:i + kh, j:j + kw] = w * dA[i, j]
            dw += X[i:i + kh, j:j + kw]
    return {"X": dX, "w": dw}
