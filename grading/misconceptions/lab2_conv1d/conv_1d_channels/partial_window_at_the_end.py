"""Idea: What is left over at the far end is a window too.
Hint: How many entries has your last window?
Family: counting
Fails: test_conv_1d_channels_stride, test_conv_1d_channels_together
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = -(-(T - K + 2 * padding) // stride) + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, F, T_out), dtype=np.result_type(x, w))
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                start = t * stride
                window = x_padded[n, :, start : start + K]
                out[n, f, t] = np.sum(window * w[f][:, : window.shape[1]])
    return out
