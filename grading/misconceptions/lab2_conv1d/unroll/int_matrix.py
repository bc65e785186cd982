"""Idea: The matrix in the text holds ints.
Hint: Unroll [0.5]. Where is the half?
Family: number types
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_unroll_untouched,
    test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def unroll(x, k):
    out = np.zeros((len(x), k), dtype=int)
    for t in range(len(x)):
        for j in range(k):
            if t + j < len(x):
                out[t, j] = x[t + j]
    return out
