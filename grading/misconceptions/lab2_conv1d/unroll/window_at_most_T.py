"""Idea: There is never need for more than T - 1 zeros.
Hint: Unroll [2, 1] with k = 5. How long is each row?
Family: counting
Fails: test_unroll_sizes, test_conv_1d_unrolled_lengths
"""


def unroll(x, k):
    k = min(k, len(x))
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([x_padded[t : t + k] for t in range(len(x))])
