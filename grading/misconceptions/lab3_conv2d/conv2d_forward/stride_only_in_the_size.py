"""
Idea: The stride makes the map smaller: I have computed its size with it.
Hint: Where does the second window start if the stride is 2?
Family: stride
Fails: test_conv2d_forward_stride, test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    _, _, KH, KW = w.shape
    A = np.zeros((len(X), len(w), (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1))
    for i in range(A.shape[2]):
        for j in range(A.shape[3]):
            window = P[:, :, i : i + KH, j : j + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
