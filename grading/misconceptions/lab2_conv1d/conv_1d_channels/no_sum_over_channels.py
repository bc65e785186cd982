"""Idea: Each channel gives an output.
Hint: Which of the shapes N, C, T, O, K stand in the result's?
Family: channels
Fails: test_conv_1d_channels_several, test_conv_1d_channels_together,
    test_conv_1d_channels_kinds, test_conv_1d_channels_untouched
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x_padded, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->noct", windows, w).reshape(len(x), -1, windows.shape[2])
