# wrong: dX ignores dA; dw comes out turned by 180 degrees
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    h, v = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    dA = np.ones((h, v)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            dX[i:i + kh, j:j + kw] += w
            dw += X[i:i + kh, j:j + kw][::-1, ::-1] * dA[i, j]
    return {"X": dX, "w": dw}
