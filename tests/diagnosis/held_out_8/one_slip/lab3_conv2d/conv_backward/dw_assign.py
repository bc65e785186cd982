# dw is overwritten by each window, dX is added up.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(X.shape[0] - KH + 1):
        for j in range(X.shape[1] - KW + 1):
            # the layer of lab 1, once for each window
            d = 1.0 if dA is None else dA[i, j]
            window = X[i:i + KH, j:j + KW]
            dX[i:i + KH, j:j + KW] += d * w
            dw = d * window
    return {'X': dX, 'w': dw}
