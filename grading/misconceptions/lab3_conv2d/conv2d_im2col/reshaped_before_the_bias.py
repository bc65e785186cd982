"""
Idea: I reshape the product to N × O × H × W, and add the biases there.
Hint: In the product each row is a filter, and in each row the images follow each other.
Family: axes
Fails: test_conv2d_im2col_channels, test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride, padding)
    return A.reshape(len(X), n_filters, H_out, W_out) + b[:, None, None]
