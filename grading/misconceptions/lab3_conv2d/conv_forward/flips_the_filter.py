"""
Idea: A convolution turns the filter by 180 degrees, says my signal processing book.
Hint: In these labs the filter is not turned. What does the top left weight multiply in a window?
Family: orientation
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for u in range(KH):
        for v in range(KW):
            A += X[u : u + A.shape[0], v : v + A.shape[1]] * w[KH - 1 - u, KW - 1 - v]
    return A
