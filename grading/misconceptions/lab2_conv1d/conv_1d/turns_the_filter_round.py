"""Idea: Convolution means x[t] times w[k - t].
Hint: Lay it on, do not turn it round: which weight meets the leftmost entry of a window?
Family: orientation
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array([np.sum(w[::-1] * x_padded[t : t + k]) for t in range(len(x))])
