"""Idea: A row is a window that lies inside x.
Hint: How many rows has your matrix, and how many entries has x?
Family: counting
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    return np.array([x[t : t + k] for t in range(len(x) - k + 1)])
