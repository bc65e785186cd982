"""Idea: Padding means one zero on each side.
Hint: Where in your code does `padding` stand?
Family: padding
Fails: test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_untouched
"""


def pad_1d(x, padding):
    zero = np.zeros(1, dtype=x.dtype)
    return np.concatenate([zero, x, zero])
