# The key is 'x', not 'X'.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    G = np.ones((oh, ow)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for p in range(kh):
        for q in range(kw):
            dX[p:p + oh, q:q + ow] += w[p, q] * G
            dw[p, q] = (X[p:p + oh, q:q + ow] * G).sum()
    return {'x': dX, 'w': dw}
