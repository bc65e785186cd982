# the map has the dtype of w: an int filter cuts off the fractions of a float image's map
def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1), dtype=w.dtype)
    for i, j in np.ndindex(A.shape):
        A[i, j] = dot_forward(X[i : i + KH, j : j + KW], w)
    return A
