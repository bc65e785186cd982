"""
Idea: Every filter is 3×3 and every image is square, so one number says it all.
Hint: Read rows and columns of the image and of the filter from their shapes, separately.
Family: axes
Fails: test_conv_forward_filters, test_conv_forward_images
"""


def conv_forward(X, w):
    _, size = X.shape
    assert w.shape == (3, 3)
    A = np.zeros((size - 2, size - 2))
    for row in range(size - 2):
        for column in range(size - 2):
            A[row, column] = (X[row : row + 3, column : column + 3] * w).sum()
    return A
