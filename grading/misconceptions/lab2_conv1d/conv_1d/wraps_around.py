"""Idea: What leaves the line at one end comes back at the other.
Hint: Which entry is x[-1]? And what should stand before the first?
Family: counting
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    p = len(w) // 2
    return sum(w[j] * np.roll(x, p - j) for j in range(len(w)))
