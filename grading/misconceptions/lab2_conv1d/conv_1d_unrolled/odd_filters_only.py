"""Idea: Filters have odd length, so I work from the middle weight.
Hint: Try a filter of length 2. How many weights are on each side of its middle?
Family: counting
Fails: test_conv_1d_unrolled_lengths
"""


def conv_1d_unrolled(x, w):
    p = len(w) // 2
    k = 2 * p + 1
    w = np.concatenate([w, w])[:k]
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
