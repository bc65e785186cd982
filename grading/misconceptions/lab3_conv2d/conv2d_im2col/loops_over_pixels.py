"""
Idea: The loops of conv2d_forward, with a matrix product inside.
Hint: Write all windows down as columns before you multiply.
Family: shortcut
Fails: test_conv2d_im2col_one_product
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    A = np.zeros((len(X), n_filters, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            window = P[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            A[:, :, i, j] = window.reshape(len(X), -1) @ w.reshape(n_filters, -1).T + b
    return A
