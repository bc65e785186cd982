# right
# Windows as rows of a matrix, times the filter as a vector.
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    rows = [X[i:i + KH, j:j + KW].ravel() for i in range(H - KH + 1) for j in range(W - KW + 1)]
    return (np.array(rows) @ w.ravel()).reshape(H - KH + 1, -1)
