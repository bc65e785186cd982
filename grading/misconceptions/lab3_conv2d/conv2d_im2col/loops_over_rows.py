"""
Idea: One matrix product for each row of the map.
Hint: The columns of all rows of all images stand in one matrix.
Family: axes
Fails: test_conv2d_im2col_one_product
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    maps = []
    for row in range(0, P.shape[2] - KH + 1, stride):
        A = w.reshape(n_filters, -1) @ im2col(P[:, :, row : row + KH], KH, KW, stride)
        A = A + b[:, None]
        maps.append(A.reshape(n_filters, len(X), -1))
    return np.array(maps).transpose(2, 1, 0, 3)
