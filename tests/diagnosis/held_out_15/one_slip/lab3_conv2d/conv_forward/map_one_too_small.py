# The map has H - KH rows and W - KW columns: the last window of each direction is missing.
def conv_forward(X, w):
    KH, KW = w.shape
    rows = X.shape[0] - KH
    cols = X.shape[1] - KW
    A = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            A[i, j] = dot_forward(X[i:i + KH, j:j + KW], w)
    return A
