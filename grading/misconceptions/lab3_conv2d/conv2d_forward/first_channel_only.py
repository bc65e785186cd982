"""
Idea: A filter looks at the image, and the image is X[n, 0].
Hint: Each filter reaches through all channels and sums over them.
Family: channels
Fails: test_conv2d_forward_channels, test_conv2d_forward_bias, test_conv2d_forward_together,
    test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P[:, 0], w.shape[2:], axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    return np.einsum("nijuv,ouv->noij", windows, w[:, 0]) + b[:, None, None]
