"""Idea: It is the same convolution as before.
Hint: The first output in the text is 18. Which window gives 18?
Family: counting
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    k = len(w)
    x_padded = np.pad(x, (k // 2, k - 1 - k // 2))
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
