"""Idea: NumPy adds the bias where it fits.
Hint: To which axis of the map does NumPy line up an array of shape (O,)?
Family: bias
Fails: test_conv2d_forward_channels, test_conv2d_forward_bias, test_conv2d_forward_together,
    test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.zeros((N, n_filters, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            row, column = i * stride, j * stride
            window = P[:, :, row : row + KH, column : column + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3]))
    return A + b
