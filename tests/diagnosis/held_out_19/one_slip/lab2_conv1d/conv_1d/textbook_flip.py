# turns the filter round (true convolution)
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    xp = np.concatenate([np.zeros(k // 2), x, np.zeros(k // 2)])
    y = np.zeros(len(x))
    for m in range(k):
        y += w[k - 1 - m] * xp[m:m + len(x)]
    return y
