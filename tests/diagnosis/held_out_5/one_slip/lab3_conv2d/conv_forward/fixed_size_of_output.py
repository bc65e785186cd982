# wrong: the result has the size of X: the places where no window fits stay zero
def conv_forward(X, w):
    out = np.zeros(X.shape)
    kh, kw = w.shape
    for i in range(X.shape[0] - kh + 1):
        for j in range(X.shape[1] - kw + 1):
            out[i, j] = (X[i : i + kh, j : j + kw] * w).sum()
    return out
