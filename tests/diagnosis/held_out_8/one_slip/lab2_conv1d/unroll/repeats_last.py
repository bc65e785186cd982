# Past the end the last entry is repeated instead of zeros.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    T = len(x)
    idx = np.arange(T)[:, None] + np.arange(k)[None, :]
    inside = idx < T
    rows = x[np.minimum(idx, T - 1)]
    return rows
