"""
Idea: im2col(X, KH, KW) gives me the columns.
Hint: Which arguments have you not used?
Family: stride
Fails: test_conv2d_im2col_padding, test_conv2d_im2col_stride, test_conv2d_im2col_kinds,
    test_conv2d_im2col_untouched
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW) + b[:, None]
    A = A.reshape(n_filters, len(X), X.shape[2] - KH + 1, X.shape[3] - KW + 1)
    return A.transpose(1, 0, 2, 3)
