# the number of columns is computed with the height of the filter (W - KH + 1), so filters that are not square give too many columns (cut-off windows: ValueError) or too few
def conv_forward(X, w):
    m, n = X.shape
    p, q = w.shape
    A = np.zeros((m - p + 1, n - p + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = np.sum(X[i : i + p, j : j + q] * w)
    return A
