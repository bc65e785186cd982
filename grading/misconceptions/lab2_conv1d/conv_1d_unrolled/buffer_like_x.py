"""Idea: The result looks like x, so `np.zeros_like(x)`.
Hint: Which dtype has `np.zeros_like(x)` if x holds ints, and what becomes of 0.5 in it?
Family: number types
Fails: test_conv_1d_unrolled_kinds
"""


def conv_1d_unrolled(x, w):
    out = np.zeros_like(x)
    for t in range(len(x)):
        window = x[t : t + len(w)]
        out[t] = np.sum(w[: len(window)] * window)
    return out
