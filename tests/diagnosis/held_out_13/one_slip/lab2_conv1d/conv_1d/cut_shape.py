# Allocates the output like x, so that integer x with a float filter loses its decimals.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = w.shape[0]
    p = (k - 1) // 2
    y = np.zeros_like(x)
    for t in range(x.size):
        acc = 0
        for j in range(k):
            s = t + j - p
            if 0 <= s < x.size:
                acc = acc + w[j] * x[s]
        y[t] = acc
    return y
