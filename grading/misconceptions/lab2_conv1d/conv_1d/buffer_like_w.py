"""Idea: The output has the type of the filter.
Hint: What happens to 0.5 when it is written into an array of integers? Try a filter of integers.
Family: number types
Fails: test_conv_1d_kinds
"""


def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    x_padded = np.pad(x, k // 2)
    out = np.zeros(len(x), dtype=w.dtype)
    for t in range(len(x)):
        out[t] = np.sum(w * x_padded[t : t + k])
    return out
