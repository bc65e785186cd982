"""Idea: The result has the dtype of x.
Hint: What becomes of 0.5 in an array of ints? `np.zeros_like(x)` has the dtype of x.
Family: number types
Fails: test_conv_1d_kinds
"""


def conv_1d(x, w):
    k = len(w)
    x_padded = np.pad(x, k // 2)
    out = np.zeros_like(x)
    for t in range(len(x)):
        out[t] = np.sum(w * x_padded[t : t + k])
    return out
