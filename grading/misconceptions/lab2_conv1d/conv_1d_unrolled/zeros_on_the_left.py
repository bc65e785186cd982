"""Idea: The anchor is at the left, so the zeros are there.
Hint: At which end does a window that starts at t hang over?
Family: padding
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    x_padded = np.concatenate([np.zeros(len(w) - 1, dtype=x.dtype), x])
    return np.array([np.sum(w * x_padded[t : t + len(w)]) for t in range(len(x))])
