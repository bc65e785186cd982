# the windows are read row by row, but the filter column by column (w.T.ravel())
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    h, v = H - KH + 1, W - KW + 1
    patches = [X[i:i + KH, j:j + KW].ravel() for i in range(h) for j in range(v)]
    return (np.array(patches) @ w.T.ravel()).reshape(h, v)
