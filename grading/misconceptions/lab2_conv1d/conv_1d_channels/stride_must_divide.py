"""Idea: The windows always fill the line.
Hint: What does the text say about the window that would stick out at the far end?
Family: stride
Fails: test_conv_1d_channels_stride, test_conv_1d_channels_together
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    if (T - K + 2 * padding) % stride:
        raise ValueError("the stride does not divide")
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, F, T_out), dtype=np.result_type(x, w))
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                start = t * stride
                out[n, f, t] = np.sum(x_padded[n, :, start : start + K] * w[f])
    return out
