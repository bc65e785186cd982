# the map is a view of X and each result is written into the image itself, which later windows still read (the caller's X is changed and shared with the result, and an integer X cuts decimals)
def conv_forward(X, w):
    KH, KW = w.shape
    A = X[:X.shape[0] - KH + 1, :X.shape[1] - KW + 1]
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = (X[i:i + KH, j:j + KW] * w).sum()
    return A
