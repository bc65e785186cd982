"""
Idea: The shape is right, so the values are where they belong.
Hint: reshape keeps the order in memory. Bring the axes into the right order first.
Family: orientation
Fails: test_im2col, test_im2col_channels, test_im2col_sizes, test_im2col_padding,
    test_im2col_stride, test_im2col_kinds, test_im2col_untouched, test_conv2d_im2col,
    test_conv2d_im2col_channels, test_conv2d_im2col_padding, test_conv2d_im2col_stride,
    test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return windows.reshape(X.shape[1] * kh * kw, -1).copy()
