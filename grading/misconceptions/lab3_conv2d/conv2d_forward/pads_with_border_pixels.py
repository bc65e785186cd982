"""
Idea: Zeros make an ugly border, so I repeat the last pixels.
Hint: The labs pad with zeros.
Family: padding
Fails: test_conv2d_forward_padding, test_conv2d_forward_together, test_conv2d_forward_kinds,
    test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
