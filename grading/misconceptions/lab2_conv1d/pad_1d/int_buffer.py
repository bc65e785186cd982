"""Idea: A padded line holds whole numbers.
Hint: Pad [2.5]. Where is the half?
Family: number types
Fails: test_pad_1d, test_pad_1d_sizes, test_pad_1d_none, test_pad_1d_kinds
"""


def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding, dtype=int)
    out[padding : padding + len(x)] = x
    return out
