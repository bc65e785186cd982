"""Idea: As many zeros as x has entries are always enough.
Hint: Take x of length 2 and w of length 4, and count.
Family: padding
Fails: test_conv_1d_unrolled_lengths
"""


def conv_1d_unrolled(x, w):
    x_padded = np.concatenate([x, np.zeros(len(x), dtype=x.dtype)])
    return np.array([np.sum(w * x_padded[t : t + len(w)]) for t in range(len(x))])
