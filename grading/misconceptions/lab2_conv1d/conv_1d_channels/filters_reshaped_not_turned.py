"""Idea: reshape brings the filters into the form that the product needs.
Hint: Print np.arange(6).reshape(2, 3).T and np.arange(6).reshape(3, 2) side by side.
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
    out = rows @ w.reshape(C * K, n_filters)
    return out.reshape(N, T_out, n_filters).transpose(0, 2, 1).copy()
