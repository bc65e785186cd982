"""Idea: Where the window does not fit any more, the output is 0.
Hint: The text ends with 37 and 30. Which windows are they?
Family: counting
Fails: test_conv_1d_unrolled, test_conv_1d_unrolled_lengths, test_conv_1d_unrolled_kinds,
    test_conv_1d_unrolled_untouched
"""


def conv_1d_unrolled(x, w):
    out = np.zeros(len(x), dtype=np.result_type(x, w))
    for t in range(len(x) - len(w) + 1):
        out[t] = np.sum(w * x[t : t + len(w)])
    return out
