# Nothing is done for dA=None.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(X.shape[0] - KH + 1):
        for j in range(X.shape[1] - KW + 1):
            dX[i:i + KH, j:j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i:i + KH, j:j + KW]
    return {'X': dX, 'w': dw}
