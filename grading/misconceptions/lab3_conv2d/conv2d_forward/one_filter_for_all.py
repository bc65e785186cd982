"""
Idea: There is a filter, and O copies of its map.
Hint: Are all your maps alike?
Family: channels
Fails: test_conv2d_forward_channels, test_conv2d_forward_bias, test_conv2d_forward_together,
    test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    one = np.einsum("ncijuv,cuv->nij", windows, w[0])
    return one[:, None] + b[:, None, None]
