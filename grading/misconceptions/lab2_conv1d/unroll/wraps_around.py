"""Idea: Past its end the line begins anew.
Hint: What comes in at the right end when you roll?
Family: counting
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    return np.stack([np.roll(x, -j) for j in range(k)], axis=1)
