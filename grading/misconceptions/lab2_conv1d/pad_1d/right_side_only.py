"""Idea: Padding makes the line longer, so I append zeros.
Hint: On how many sides does the window hang over?
Family: padding
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds,
    test_pad_1d_untouched
"""


def pad_1d(x, padding):
    return np.concatenate([x, np.zeros(2 * padding, dtype=x.dtype)])
