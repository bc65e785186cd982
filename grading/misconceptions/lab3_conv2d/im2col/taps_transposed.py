"""
Idea: In a column, the window's pixels go down first, then right.
Hint: Rows are ordered by filter row first, then by filter column, as in w.reshape(O, -1).
Family: orientation
Fails: test_im2col, test_im2col_channels, test_im2col_sizes, test_im2col_padding,
    test_im2col_stride, test_im2col_kinds, test_im2col_untouched, test_conv2d_im2col,
    test_conv2d_im2col_channels, test_conv2d_im2col_padding, test_conv2d_im2col_stride,
    test_conv2d_im2col_one_product, test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for x in P:
        for i in range(0, P.shape[2] - kh + 1, stride):
            for j in range(0, P.shape[3] - kw + 1, stride):
                columns.append(x[:, i : i + kh, j : j + kw].transpose(0, 2, 1).ravel())
    return np.array(columns).T
