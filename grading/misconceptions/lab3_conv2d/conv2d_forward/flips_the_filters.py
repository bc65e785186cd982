"""
Idea: A convolution turns its filters.
Hint: In these labs it does not. Compare with correlate2d, not with convolve2d.
Family: orientation
Fails: test_conv2d_forward, test_conv2d_forward_channels, test_conv2d_forward_bias,
    test_conv2d_forward_padding, test_conv2d_forward_no_padding, test_conv2d_forward_stride,
    test_conv2d_forward_together, test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, w[:, :, ::-1, ::-1]) + b[:, None, None]
