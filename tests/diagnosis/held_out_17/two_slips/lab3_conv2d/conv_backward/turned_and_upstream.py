# dX ignores dA (adds w for every window); and dw is returned turned by 180 degrees
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    R, C = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if dA is None:
        dA = np.ones((R, C))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(R):
        for j in range(C):
            dw += dA[i, j] * X[i:i + kh, j:j + kw]
            dX[i:i + kh, j:j + kw] += w
    return {'X': dX, 'w': np.rot90(dw, 2).copy()}
