# The zeros come in at the left end: row t ends at x[t] instead of beginning there.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    T = len(x)
    padded = np.concatenate([np.zeros(k - 1, dtype=x.dtype), x])
    return np.array([padded[t : t + k] for t in range(T)])
