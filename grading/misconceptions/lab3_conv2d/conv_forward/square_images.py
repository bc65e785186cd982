"""
Idea: The map has as many columns as rows.
Hint: What is the width of your map for an image that is wider than high?
Family: axes
Fails: test_conv_forward_images
"""


def conv_forward(X, w):
    KH, KW = w.shape
    rows, columns = len(X) - KH + 1, len(X) - KW + 1
    A = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = X[i : i + KH, j : j + KW]
            A[i, j] = np.sum(window * w[: window.shape[0], : window.shape[1]])
    return A
