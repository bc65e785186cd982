"""
Idea: The filters are columns too, so I reshape to (-1, O) and transpose.
Hint: Which numbers stand in one row of your matrix of filters?
Family: orientation
Fails: test_conv2d_im2col, test_conv2d_im2col_channels, test_conv2d_im2col_kinds,
    test_conv2d_im2col_untouched
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    A = w.reshape(-1, n_filters).T @ im2col(X, KH, KW, stride, padding) + b[:, None]
    return A.reshape(n_filters, len(X), H_out, W_out).transpose(1, 0, 2, 3)
