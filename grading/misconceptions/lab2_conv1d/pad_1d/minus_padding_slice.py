"""Idea: The middle is `out[padding:-padding]`.
Hint: What is `out[0:-0]`?
Family: padding
Fails: test_pad_1d_none, test_pad_1d_untouched
"""


def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    out[padding:-padding] = x
    return out
