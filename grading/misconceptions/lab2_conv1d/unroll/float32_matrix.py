"""Idea: float32 is enough for a matrix.
Hint: How many digits of 123456789 does a float32 hold?
Family: number types
Fails: test_unroll, test_unroll_sizes, test_unroll_kinds, test_conv_1d_unrolled,
    test_conv_1d_unrolled_lengths
"""


def unroll(x, k):
    out = np.zeros((len(x), k), dtype=np.float32)
    for t in range(len(x)):
        window = x[t : t + k]
        out[t, : len(window)] = window
    return out
