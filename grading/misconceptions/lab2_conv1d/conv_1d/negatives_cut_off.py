"""Idea: An activation below zero is no activation.
Hint: Cutting off what is negative is another layer's task. What does the sum give?
Family: special values
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer, test_conv_1d_kinds,
    test_conv_1d_untouched
"""


def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array([0 * w[0] + max(0, np.sum(w * x_padded[t : t + k])) for t in range(len(x))])
