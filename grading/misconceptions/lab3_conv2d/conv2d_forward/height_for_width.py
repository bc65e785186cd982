"""
Idea: One size is enough, images are square.
Hint: How wide is your map of an image that is wider than high?
Family: axes
Fails: test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    _, _, KH, KW = w.shape
    size = (X.shape[2] - KH + 2 * padding) // stride + 1
    A = np.zeros((len(X), len(w), size, size))
    for i in range(size):
        for j in range(size):
            row, column = i * stride, j * stride
            window = P[:, :, row : row + KH, column : column + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
