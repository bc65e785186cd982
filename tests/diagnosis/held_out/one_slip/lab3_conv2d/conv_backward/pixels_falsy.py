# wrong: `if not dA`: truth value of an array
def conv_backward(X, w, dA=None):
    H, W = X.shape
    kh, kw = w.shape
    if not dA:
        dA = np.ones((H - kh + 1, W - kw + 1))
    dX = np.zeros((H, W))
    dw = np.zeros((kh, kw))
    for a in range(H - kh + 1):
        for b in range(W - kw + 1):
            for u in range(kh):
                for v in range(kw):
                    dX[a + u, b + v] += w[u, v] * dA[a, b]
                    dw[u, v] += X[a + u, b + v] * dA[a, b]
    return {"X": dX, "w": dw}
