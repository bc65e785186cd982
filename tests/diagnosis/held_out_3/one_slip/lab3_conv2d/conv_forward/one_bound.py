# wrong: the height bounds both loops: wide images lose columns
def conv_forward(X, w):
    kh, kw = w.shape
    n = X.shape[0] - kh + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(X[i:i + kh, j:j + kw] * w)
    return out
