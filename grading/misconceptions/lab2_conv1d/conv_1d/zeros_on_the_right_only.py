"""Idea: Adding k - 1 zeros at the end makes enough room.
Hint: Which entry of the window lies on x[t]: the first or the middle one?
Family: padding
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
