"""Idea: A row is the window around t.
Hint: Where does the window of row 0 start?
Family: counting
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    x_padded = np.pad(x, (k // 2, k - 1 - k // 2))
    return np.array([x_padded[t : t + k] for t in range(len(x))])
