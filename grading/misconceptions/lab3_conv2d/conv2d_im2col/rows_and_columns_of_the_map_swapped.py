"""
Idea: Width times height is height times width.
Hint: The columns run along an output row first. How long is an output row?
Family: axes
Fails: test_conv2d_im2col_stride
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride, padding) + b[:, None]
    return A.reshape(n_filters, len(X), W_out, H_out).transpose(1, 0, 2, 3)
