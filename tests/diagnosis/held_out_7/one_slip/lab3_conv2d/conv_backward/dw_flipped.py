# dw comes out turned round
def conv_backward(X, w, dA=None):
    h, v = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - h + 1, X.shape[1] - v + 1))
    P, Q = dA.shape
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for a in range(h):
        for b in range(v):
            dw[a, b] = np.sum(X[a : a + P, b : b + Q] * dA)
            dX[a : a + P, b : b + Q] += w[a, b] * dA
    return {"X": dX, "w": dw[::-1, ::-1]}
