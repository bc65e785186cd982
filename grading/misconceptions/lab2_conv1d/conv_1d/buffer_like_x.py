"""Idea: The result looks like x, so `np.zeros_like(x)`.
Hint: Which dtype has `np.zeros_like(x)` if x holds ints, and what becomes of 0.5 in it?
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
