"""
Idea: The product has the right number of entries, so reshape makes it N × O × H × W.
Hint: In which order do the entries lie before the reshape: image first or filter first?
Family: axes
Fails: test_conv2d_forward_channels, test_conv2d_forward_bias, test_conv2d_forward_together,
    test_conv2d_forward_kinds, test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    A = np.tensordot(w, windows, axes=([1, 2, 3], [1, 4, 5])) + b[:, None, None, None]
    return A.reshape(len(X), len(w), *A.shape[2:])
