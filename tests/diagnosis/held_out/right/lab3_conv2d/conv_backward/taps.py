# right
def conv_backward(X, w, dA=None):
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    g = np.ones((h, v)) if dA is None else np.array(dA, float)
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            dw[i, j] = np.vdot(g, X[i:i + h, j:j + v].astype(float))
            dX[i:i + h, j:j + v] += w[i, j] * g
    return {'X': dX, 'w': dw}
