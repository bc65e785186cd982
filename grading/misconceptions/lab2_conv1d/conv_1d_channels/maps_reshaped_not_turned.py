"""Idea: reshape brings the outputs into the right order.
Hint: In which order does the matrix product leave them: place by place or filter by filter?
Family: orientation
Fails: test_conv_1d_channels_several, test_conv_1d_channels_together,
    test_conv_1d_channels_kinds, test_conv_1d_channels_untouched
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    n_filters, _, K = w.shape
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x_padded, K, axis=2)[:, :, ::stride]
    T_out = windows.shape[2]
    rows = windows.transpose(0, 2, 1, 3).reshape(N * T_out, C * K)
    out = rows @ w.reshape(n_filters, -1).T
    return out.reshape(N, n_filters, T_out)
