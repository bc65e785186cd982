"""
Idea: From 0 to H - KH there are H - KH places.
Hint: How many windows are there if the filter is as large as the image?
Family: counting
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    (H, W), (KH, KW) = X.shape, w.shape
    A = np.zeros((H - KH, W - KW))
    for i, j in np.ndindex(A.shape):
        A[i, j] = np.vdot(X[i : i + KH, j : j + KW], w)
    return A
