"""
Idea: The maps have the dtype of the images.
Hint: What happens to 2.7 when it becomes an integer?
Family: number types
Fails: test_conv2d_im2col_kinds
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    A = (w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride, padding) + b[:, None]).astype(X.dtype)
    return A.reshape(n_filters, len(X), H_out, W_out).transpose(1, 0, 2, 3)
