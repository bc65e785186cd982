"""Idea: A window is summed up by its average.
Hint: Try x = [1, 2, 3, 4, 5], w = [1, 1, 1] by hand. Is 6 divided by anything?
Family: scale
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array([np.mean(w * x_padded[t : t + k]) for t in range(len(x))])
