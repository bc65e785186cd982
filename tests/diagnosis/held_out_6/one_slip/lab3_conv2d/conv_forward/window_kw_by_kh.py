# wrong: the window is KW high and KH wide
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            A[i, j] = np.sum(X[i : i + KW, j : j + KH] * w)
    return A
