# One row too few: H - KH without + 1.
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((H - KH, W - KW + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = dot_forward(X[i:i + KH, j:j + KW], w)
    return A
