"""
Idea: One channel gives the sum of a window.
Hint: Only the last channel is left in yours: is what the others gave overwritten, or begun anew?
Family: sums
Fails: test_conv_1d_channels_several, test_conv_1d_channels_together, test_conv_1d_channels_kinds, test_conv_1d_channels_untouched
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    n_filters, _, K = w.shape
    P = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, n_filters, (T + 2 * padding - K) // stride + 1))
    for n in range(N):
        for o in range(n_filters):
            for t in range(out.shape[2]):
                for c in range(C):
                    out[n, o, t] = np.sum(P[n, c, t * stride : t * stride + K] * w[o, c])
    return out
