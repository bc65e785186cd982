# the loops stop one window short in both directions
def conv_forward(X, w):
    H, W = X.shape
    kh, kw = w.shape
    A = np.zeros((H - kh + 1, W - kw + 1), dtype=np.result_type(X, w))
    for i in range(H - kh):
        for j in range(W - kw):
            A[i, j] = (X[i : i + kh, j : j + kw] * w).sum()
    return A
