# The filter stands upside down, and the last column is missing.
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    out = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(H - KH + 1):
        for j in range(W - KW):
            s = 0.0
            for u in range(KH):
                for v in range(KW):
                    s += X[i + u, j + v] * w[KH - 1 - u, v]
            out[i, j] = s
    return out
