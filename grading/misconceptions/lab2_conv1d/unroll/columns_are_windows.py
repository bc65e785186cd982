"""Idea: Each window is a column.
Hint: Which shape has your matrix? And what does row t hold?
Family: axes
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([x_padded[j : j + len(x)] for j in range(k)])
