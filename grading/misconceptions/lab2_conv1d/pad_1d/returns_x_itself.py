"""Idea: Without padding there is nothing to do.
Hint: What happens to `x` when the caller changes your result?
Family: memory
Fails: test_pad_1d_untouched
"""


def pad_1d(x, padding):
    if padding == 0:
        return x
    zeros = np.zeros(padding, dtype=x.dtype)
    return np.concatenate([zeros, x, zeros])
