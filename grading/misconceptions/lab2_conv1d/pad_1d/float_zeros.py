"""Idea: Zeros are zeros, whatever their dtype.
Hint: Print the dtype of the result for an int64 `x`.
Family: number types
Fails: test_pad_1d_kinds
"""


def pad_1d(x, padding):
    zeros = np.zeros(padding)
    return np.concatenate([zeros, x, zeros])
