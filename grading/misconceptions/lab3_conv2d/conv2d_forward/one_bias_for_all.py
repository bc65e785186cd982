"""
Idea: A layer has one bias.
Hint: b has an entry for each filter.
Family: bias
Fails: test_conv2d_forward_bias, test_conv2d_forward_together, test_conv2d_forward_kinds,
    test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    return np.einsum("ncijuv,ocuv->noij", windows[:, :, ::stride, ::stride], w) + b[0]
