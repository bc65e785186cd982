# Pads at the right end only, and divides by the filter's length like a moving average.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    extended = np.concatenate((x, np.zeros(k - 1)))
    out = []
    for t in range(len(x)):
        value = 0.0
        for j in range(k):
            value += extended[t + j] * w[j]
        out.append(value / k)
    return np.array(out)
