"""
Idea: For each place, the windows of all images.
Hint: All windows of the first image come first.
Family: axes
Fails: test_im2col_channels, test_im2col_stride, test_im2col_kinds, test_im2col_untouched,
    test_conv2d_im2col_channels, test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for i in range(0, P.shape[2] - kh + 1, stride):
        for j in range(0, P.shape[3] - kw + 1, stride):
            for x in P:
                columns.append(x[:, i : i + kh, j : j + kw].ravel())
    return np.array(columns).T
