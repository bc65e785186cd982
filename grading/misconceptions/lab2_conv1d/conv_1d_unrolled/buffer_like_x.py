"""Idea: The result has the dtype of x.
Hint: What becomes of 0.5 in an array of ints? `np.zeros_like(x)` has the dtype of x.
Family: number types
Fails: test_conv_1d_unrolled_kinds
"""


def conv_1d_unrolled(x, w):
    out = np.zeros_like(x)
    for t in range(len(x)):
        window = x[t : t + len(w)]
        out[t] = np.sum(w[: len(window)] * window)
    return out
