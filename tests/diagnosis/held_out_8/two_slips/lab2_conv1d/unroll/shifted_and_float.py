# Rows start one place late, and the last column stays empty.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    T = len(x)
    out = np.zeros((T, k), x.dtype)
    for t in range(T):
        for j in range(k - 1):
            s = t + j + 1
            if s < T:
                out[t, j] = x[s]
    return out
