"""Idea: Convolution turns the filter round.
Hint: Lay it on: in the text, which weight meets the 1 of the first row?
Family: orientation
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    x_padded = np.concatenate([x, np.zeros(len(w) - 1, dtype=x.dtype)])
    return np.array([np.sum(w[::-1] * x_padded[t : t + len(w)]) for t in range(len(x))])
