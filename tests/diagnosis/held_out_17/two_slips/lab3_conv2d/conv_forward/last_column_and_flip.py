# turns the filter upside down (w[::-1]); and leaves out the last column of outputs (stays zero)
def conv_forward(X, w):
    kh, kw = w.shape
    R, C = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    v = w[::-1]
    A = np.zeros((R, C))
    for i in range(R):
        for j in range(C - 1):
            A[i, j] = (X[i:i + kh, j:j + kw] * v).sum()
    return A
