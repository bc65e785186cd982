"""Idea: Seven digits are plenty, and float32 is faster.
Hint: How many digits do float64 numbers have? The result should have as many.
Family: number types
Fails: test_conv_1d, test_conv_1d_lengths, test_conv_1d_longer
"""


def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array(
        [float(np.sum(w * x_padded[t : t + k], dtype=np.float32)) for t in range(len(x))]
    )
