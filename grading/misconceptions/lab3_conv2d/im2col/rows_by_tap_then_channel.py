"""
Idea: A row for each tap, and in it a row for each channel.
Hint: In which order does w.reshape(O, -1) put channel, filter row and filter column?
Family: axes
Fails: test_im2col_channels, test_im2col_stride, test_im2col_kinds, test_im2col_untouched,
    test_conv2d_im2col_channels, test_conv2d_im2col_stride, test_conv2d_im2col_one_product,
    test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    N, C, H_out, W_out = windows.shape[:4]
    return windows.transpose(4, 5, 1, 0, 2, 3).reshape(kh * kw * C, N * H_out * W_out).copy()
