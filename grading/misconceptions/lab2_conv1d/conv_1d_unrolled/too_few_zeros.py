"""Idea: No filter is much longer than the line.
Hint: Take x of length 2 and w of length 4, and count: how many zeros does the last window need?
Family: padding
Fails: test_conv_1d_unrolled_lengths
"""


def conv_1d_unrolled(x, w):
    x_padded = np.concatenate([x, np.zeros(len(x), dtype=x.dtype)])
    return np.array([np.sum(w * x_padded[t : t + len(w)]) for t in range(len(x))])
