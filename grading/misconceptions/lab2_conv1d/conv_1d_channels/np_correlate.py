"""Idea: NumPy has a function for it, I do the loops around it.
Hint: Which functions does the lab put out of bounds?
Family: shortcut
Fails: test_conv_1d_channels
Sandbox: test_conv_1d_channels_several, test_conv_1d_channels_stride,
    test_conv_1d_channels_padding, test_conv_1d_channels_no_padding,
    test_conv_1d_channels_together, test_conv_1d_channels_kinds,
    test_conv_1d_channels_untouched
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, F, T_out), dtype=np.result_type(x, w))
    for n in range(N):
        for f in range(F):
            for c in range(x.shape[1]):
                line = np.correlate(x_padded[n, c], w[f, c], mode="valid")
                out[n, f] += line[::stride]
    return out
