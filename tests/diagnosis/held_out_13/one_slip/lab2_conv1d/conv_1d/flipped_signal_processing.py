# Turns the filter round before laying it on, as in signal processing.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    w_rev = w[::-1]
    p = len(w) // 2
    xp = pad_1d(x, p)
    return np.array([np.dot(xp[t : t + len(w)], w_rev) for t in range(len(x))])
