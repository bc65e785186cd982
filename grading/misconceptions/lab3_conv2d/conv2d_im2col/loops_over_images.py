"""
Idea: One matrix product for each image.
Hint: The columns of all images stand in one matrix.
Family: shortcut
Fails: test_conv2d_im2col_one_product
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    maps = []
    for n in range(len(X)):
        A = w.reshape(n_filters, -1) @ im2col(X[n : n + 1], KH, KW, stride, padding)
        maps.append((A + b[:, None]).reshape(n_filters, H_out, -1))
    return np.array(maps)
