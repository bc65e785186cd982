"""
Idea: The zeros go at the bottom and on the right.
Hint: Padding 1 is a row above, a row below, a column on the left and one on the right.
Family: padding
Fails: test_im2col_padding, test_im2col_stride, test_im2col_kinds, test_conv2d_im2col_padding,
    test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(1, 4, 5, 0, 2, 3)
    return windows.reshape(X.shape[1] * kh * kw, -1).copy()
