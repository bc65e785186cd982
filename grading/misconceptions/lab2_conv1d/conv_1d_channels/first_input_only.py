"""Idea: One line gets its result, and the others stay as they were.
Hint: What is in the result of the second input?
Family: batch
Fails: test_conv_1d_channels_several, test_conv_1d_channels_together,
    test_conv_1d_channels_kinds, test_conv_1d_channels_untouched
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, F, T_out), dtype=np.result_type(x, w))
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                start = t * stride
                out[n, f, t] = np.sum(x_padded[n, :, start : start + K] * w[f])
        return out
