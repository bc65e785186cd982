"""Idea: Where the window does not fit, the output is 0.
Hint: Part of the window still lies on the input. What does it see?
Family: counting
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    k, p = len(w), len(w) // 2
    out = np.zeros(len(x), dtype=np.result_type(x, w))
    for t in range(p, len(x) - p):
        out[t] = np.sum(w * x[t - p : t - p + k])
    return out
