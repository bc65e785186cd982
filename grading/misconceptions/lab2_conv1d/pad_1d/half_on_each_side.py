"""Idea: `padding` is the number of zeros in total.
Hint: Is padding 1 one zero, or one zero on each side?
Family: padding
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds,
    test_pad_1d_untouched
"""


def pad_1d(x, padding):
    left = padding // 2
    zeros = np.zeros(padding, dtype=x.dtype)
    return np.concatenate([zeros[:left], x, zeros[left:]])
