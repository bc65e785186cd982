"""
Idea: Height and width need no telling apart.
Hint: `N x C x H x W` and `O x C x KH x KW`: height comes first. Only images and filters that are
    not square can tell.
Family: axes
Fails: test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    _, _, KW, KH = w.shape
    A = np.zeros((len(X), len(w), (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1))
    for i in range(A.shape[2]):
        for j in range(A.shape[3]):
            row, column = i * stride, j * stride
            window = P[:, :, row : row + KH, column : column + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
