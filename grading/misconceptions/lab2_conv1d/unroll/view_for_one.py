"""Idea: With k = 1 it is x as a column.
Hint: Change an entry of the matrix, and look at x.
Family: memory
Fails: test_unroll_untouched
"""


def unroll(x, k):
    if k == 1:
        return x.reshape(-1, 1)
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([x_padded[t : t + k] for t in range(len(x))])
