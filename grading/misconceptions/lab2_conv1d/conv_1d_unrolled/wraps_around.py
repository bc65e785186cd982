"""Idea: Past its end the line begins anew, for each weight.
Hint: What comes in at the right end when you roll?
Family: counting
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    return sum(w[j] * np.roll(x, -j) for j in range(len(w)))
