"""Idea: Zeros come first.
Hint: What is the first row of the matrix in the text?
Family: padding
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    x_padded = np.concatenate([np.zeros(k - 1, dtype=x.dtype), x])
    return np.array([x_padded[t : t + k] for t in range(len(x))])
