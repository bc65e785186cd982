"""Idea: Every window that touches the input gives an output.
Hint: Compare the length of your result with the length of x. Which of the three paddings is
    that?
Family: padding
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.pad(x, k - 1)
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x) + k - 1)])
