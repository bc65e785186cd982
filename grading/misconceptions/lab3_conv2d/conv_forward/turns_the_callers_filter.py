"""
Idea: w is mine to write into.
Hint: Print the filter before and after the call. Whose array is it?
Family: memory
Fails: test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    w[...] = w[::-1, ::-1].copy()
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for i, j in np.ndindex(A.shape):
        A[i, j] = np.sum(X[i : i + KH, j : j + KW][::-1, ::-1] * w)
    return A
