# dw correlates X with dA turned by 180 degrees
def conv_backward(X, w, dA=None):
    H, W = X.shape
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((H - KH + 1, W - KW + 1))
    g = dA[::-1, ::-1]
    dw = np.array([[np.sum(g * X[u:u + g.shape[0], v:v + g.shape[1]]) for v in range(KW)] for u in range(KH)], dtype=float)
    dX = np.zeros((H, W))
    for u in range(KH):
        for v in range(KW):
            dX[u:u + dA.shape[0], v:v + dA.shape[1]] += w[u, v] * dA
    return {'X': dX, 'w': dw}
