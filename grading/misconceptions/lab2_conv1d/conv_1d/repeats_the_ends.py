"""Idea: Beyond its ends the line goes on as it was.
Hint: Zeros count nothing. What do copies of the last entry count?
Family: padding
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.pad(x, k // 2, mode="edge")
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
