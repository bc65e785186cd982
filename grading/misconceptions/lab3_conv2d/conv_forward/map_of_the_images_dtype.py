"""
Idea: A map has the dtype of the image.
Hint: What happens to 2.7 when you write it into an array of integers?
Family: number types
Fails: test_conv_forward_kinds
"""


def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1), dtype=X.dtype)
    for i, j in np.ndindex(A.shape):
        A[i, j] = np.sum(X[i : i + KH, j : j + KW] * w)
    return A
