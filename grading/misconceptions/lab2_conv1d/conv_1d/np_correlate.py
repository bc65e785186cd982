"""Idea: NumPy has a function for it.
Hint: Which functions does the lab put out of bounds? And what does yours do with a filter longer
    than x?
Family: shortcut
Fails: test_conv_1d, test_conv_1d_longer
Sandbox: test_conv_1d_lengths, test_conv_1d_kinds, test_conv_1d_untouched
"""


def conv_1d(x, w):
    return np.correlate(x, w, mode="same")
