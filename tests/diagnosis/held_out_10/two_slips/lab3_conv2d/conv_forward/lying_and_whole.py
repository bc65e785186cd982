# The map comes out transposed; and its entries are cut to whole numbers.
def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[1] - KW + 1, X.shape[0] - KH + 1), dtype=int)
    for i in range(A.shape[1]):
        for j in range(A.shape[0]):
            A[j, i] = np.sum(X[i:i + KH, j:j + KW] * w)
    return A
