"""Idea: NumPy has a function for it.
Hint: Which function does the task put out of bounds?
Family: shortcut
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds,
    test_pad_1d_untouched
"""


def pad_1d(x, padding):
    return np.pad(x, padding)
