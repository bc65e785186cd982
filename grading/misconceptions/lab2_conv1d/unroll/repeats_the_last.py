"""Idea: Past the end the last entry goes on.
Hint: What is the last row of the matrix in the text?
Family: padding
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    place = np.arange(len(x))[:, None] + np.arange(k)
    return x[np.minimum(place, len(x) - 1)]
