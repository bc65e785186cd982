"""
Idea: Height and width need no telling apart.
Hint: Try windows of 1×2.
Family: axes
Fails: test_im2col_sizes, test_im2col_stride, test_conv2d_im2col_padding,
    test_conv2d_im2col_stride
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for x in P:
        for i in range(0, P.shape[2] - kh + 1, stride):
            for j in range(0, P.shape[3] - kw + 1, stride):
                columns.append(x[:, i : i + kw, j : j + kh].ravel())
    return np.array(columns).T
