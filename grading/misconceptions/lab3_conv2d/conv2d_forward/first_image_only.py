"""
Idea: One image gets its maps, and the others stay as they were.
Hint: What is in your maps of the second image?
Family: batch
Fails: test_conv2d_forward_channels, test_conv2d_forward_bias, test_conv2d_forward_together,
    test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (P.shape[2] - w.shape[2]) // stride + 1
    W_out = (P.shape[3] - w.shape[3]) // stride + 1
    A = np.zeros((len(X), len(w), H_out, W_out))
    for n, image in enumerate(P):
        for o, i, j in np.ndindex(A.shape[1:]):
            row, column = i * stride, j * stride
            window = image[:, row : row + w.shape[2], column : column + w.shape[3]]
            A[n, o, i, j] = np.sum(window * w[o]) + b[o]
        return A
