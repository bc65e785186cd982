# height and width of the filter are mixed up in the slice; and the loops stop one anchor too early
def conv_forward(X, w):
    kh, kw = w.shape
    rows = X.shape[0] - kh + 1
    cols = X.shape[1] - kw + 1
    A = np.zeros((rows, cols))
    for i in range(rows - 1):
        for j in range(cols - 1):
            A[i, j] = np.sum(X[i:i + kw, j:j + kh] * w)
    return A
