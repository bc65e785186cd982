"""
Idea: The window for entry (i, j) starts at column i and row j.
Hint: Let the filter be 1×1: should the map be the image, or the image mirrored at its diagonal?
Family: axes
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for j in range(A.shape[0]):
        for i in range(A.shape[1]):
            A[i, j] = np.sum(X[j : j + KH, i : i + KW] * w)
    return A
