# right
# adds up shifted copies, one for each tap
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T, k = len(x), len(w)
    y = np.zeros(T, dtype=np.result_type(x, w))
    for j, tap in enumerate(w):
        d = j - k // 2
        lo, hi = max(0, -d), min(T, T - d)
        if hi > lo:
            y[lo:hi] += tap * x[lo + d:hi + d]
    return y
