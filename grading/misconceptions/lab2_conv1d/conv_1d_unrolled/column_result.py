"""Idea: A matrix times a column is a column.
Hint: Which shape does the docstring promise?
Family: form
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    x_padded = np.concatenate([x, np.zeros(len(w) - 1, dtype=x.dtype)])
    rows = np.array([x_padded[t : t + len(w)] for t in range(len(x))])
    return rows @ w.reshape(-1, 1)
