# wrong: dX ignores the upstream
def conv_backward(X, w, dA=None):
    H, W = X.shape
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((H - kh + 1, W - kw + 1))
    dX = np.zeros((H, W))
    dw = np.zeros((kh, kw))
    for a in range(H - kh + 1):
        for b in range(W - kw + 1):
            for u in range(kh):
                for v in range(kw):
                    dX[a + u, b + v] += w[u, v]
                    dw[u, v] += X[a + u, b + v] * dA[a, b]
    return {"X": dX, "w": dw}
