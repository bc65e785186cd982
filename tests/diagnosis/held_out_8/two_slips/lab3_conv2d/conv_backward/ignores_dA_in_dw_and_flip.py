# dw takes no notice of dA, and dX has the filter rotated.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    Ho, Wo = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((Ho, Wo))
    dX = np.zeros(X.shape, dtype=float)
    dw = np.zeros(w.shape, dtype=float)
    kernel = w[::-1, ::-1]
    for i in range(Ho):
        for j in range(Wo):
            dX[i:i + KH, j:j + KW] += kernel * dA[i, j]
            dw += X[i:i + KH, j:j + KW]
    return {'X': dX, 'w': dw}
