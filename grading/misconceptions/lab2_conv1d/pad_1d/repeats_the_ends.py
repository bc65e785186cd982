"""Idea: Padding continues the line with its end values.
Hint: What may a window that hangs over the edge count there?
Family: padding
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds,
    test_pad_1d_untouched
"""


def pad_1d(x, padding):
    return np.concatenate([np.repeat(x[:1], padding), x, np.repeat(x[-1:], padding)])
