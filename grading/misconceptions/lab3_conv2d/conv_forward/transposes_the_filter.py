"""
Idea: Rows of the filter go with columns of the window.
Hint: Try a filter with a single weight other than 0, in its top right corner.
Family: orientation
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = sum(X[i + v, j + u] * w[u, v] for u in range(KH) for v in range(KW))
    return A
