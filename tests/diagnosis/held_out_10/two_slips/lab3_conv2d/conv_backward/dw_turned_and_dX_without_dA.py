# dw comes out turned by 180 degrees; and dX takes no notice of dA.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    h, v = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    up = np.ones((h, v)) if dA is None else dA
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for a in range(KH):
        for b in range(KW):
            dw[KH - 1 - a, KW - 1 - b] = np.sum(up * X[a:a + h, b:b + v])
            dX[a:a + h, b:b + v] += w[a, b]
    return {"X": dX, "w": dw}
