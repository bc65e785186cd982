# dX is divided by the number of windows that use a pixel: the mean over the uses, not the sum.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    g = np.ones((oh, ow)) if dA is None else dA
    dX, uses, dw = np.zeros(X.shape), np.zeros(X.shape), np.zeros(w.shape)
    for a in range(kh):
        for b in range(kw):
            dX[a:a + oh, b:b + ow] += w[a, b] * g
            uses[a:a + oh, b:b + ow] += 1
            dw[a, b] = np.sum(X[a:a + oh, b:b + ow] * g)
    return {"X": dX / uses, "w": dw}
