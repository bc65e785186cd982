"""Idea: The result has the dtype of x.
Hint: What becomes of 0.5 in an int array?
Family: number types
Fails: test_conv_1d_channels_kinds
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, F, T_out), dtype=x.dtype)
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                start = t * stride
                out[n, f, t] = np.sum(x_padded[n, :, start : start + K] * w[f])
    return out
