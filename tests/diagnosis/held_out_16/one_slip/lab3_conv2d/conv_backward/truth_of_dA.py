# "if dA.any()" decides whether an upstream gradient was given: one that is all zeros is replaced by ones
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    g = np.ones((oh, ow))
    if dA is not None and dA.any():
        g = g * dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for u in range(kh):
        for v in range(kw):
            dX[u : u + oh, v : v + ow] += g * w[u, v]
            dw[u, v] = (g * X[u : u + oh, v : v + ow]).sum()
    return {"X": dX, "w": dw}
