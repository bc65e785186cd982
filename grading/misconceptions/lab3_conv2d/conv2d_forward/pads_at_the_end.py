"""
Idea: The zeros go where the image ends, at the bottom and on the right.
Hint: Padding 1 is a row above, a row below, a column on the left and one on the right.
Family: padding
Fails: test_conv2d_forward_padding, test_conv2d_forward_together, test_conv2d_forward_kinds,
    test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
