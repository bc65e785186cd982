"""
Idea: The map should be as large as the image, so I pad with zeros.
Hint: Which windows lie inside the image? Only those count here.
Family: padding
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    P = np.pad(X, ((KH // 2, KH - 1 - KH // 2), (KW // 2, KW - 1 - KW // 2)))
    A = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            A[i, j] = np.sum(P[i : i + KH, j : j + KW] * w)
    return A
