"""Idea: A window must lie inside the input.
Hint: How many outputs do you return, and how many has *same*?
Family: counting
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    return np.array([np.sum(w * x[t : t + k]) for t in range(len(x) - k + 1)])
