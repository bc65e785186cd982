"""Idea: The map has the dtype of the bias.
Hint: What happens to 0.5 when it is written into an array of integers? Try a bias of integers.
Family: number types
Fails: test_conv2d_forward_kinds
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
    A = np.zeros((N, n_filters, H_out, W_out), dtype=b.dtype)
    for i in range(H_out):
        for j in range(W_out):
            row, column = i * stride, j * stride
            window = P[:, :, row : row + KH, column : column + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
