"""
Idea: The matrix product is all.
Hint: With weights of 0, what should every entry of the map be?
Family: bias
Fails: test_conv2d_im2col, test_conv2d_im2col_channels, test_conv2d_im2col_padding,
    test_conv2d_im2col_stride, test_conv2d_im2col_one_product, test_conv2d_im2col_kinds,
    test_conv2d_im2col_untouched
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride, padding)
    return A.reshape(n_filters, len(X), H_out, W_out).transpose(1, 0, 2, 3)
