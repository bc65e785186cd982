"""Idea: NumPy has a function for it, I only need the right part of it.
Hint: Which functions does the lab put out of bounds?
Family: shortcut
Fails: test_conv_1d_unrolled
Sandbox: test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    return np.convolve(x, w[::-1])[len(w) - 1 :]
