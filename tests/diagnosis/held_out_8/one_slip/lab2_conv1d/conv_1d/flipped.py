# Turns the filter over: a convolution of the signal-processing books.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    half = k // 2
    result = np.zeros(len(x), dtype=np.result_type(x, w))
    for t in range(len(x)):
        for j in range(k):
            s = t - j + half
            if 0 <= s < len(x):
                result[t] += x[s] * w[j]
    return result
