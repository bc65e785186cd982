"""
Idea: There are as many windows in a row as in a column.
Hint: How many windows has a 1×4 image in each direction?
Family: axes
Fails: test_im2col_sizes, test_im2col_stride, test_conv2d_im2col_stride
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    places = range(0, P.shape[2] - kh + 1, stride)
    columns = [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in places for j in places]
    length = X.shape[1] * kh * kw
    return np.array([column for column in columns if column.size == length]).T
