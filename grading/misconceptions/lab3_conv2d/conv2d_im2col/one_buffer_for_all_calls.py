"""
Idea: The product has the same size each time, so I keep its array.
Hint: Call your function twice, and look at the first result after the second call.
Family: memory
Fails: test_conv2d_im2col_untouched
"""

_PRODUCTS = {}


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    columns = im2col(X, KH, KW, stride, padding)
    shape = n_filters, columns.shape[1]
    A = _PRODUCTS.setdefault(shape, np.zeros(shape))
    np.matmul(w.reshape(n_filters, -1), columns, out=A)
    A += b[:, None]
    return A.reshape(n_filters, len(X), H_out, W_out).transpose(1, 0, 2, 3)
