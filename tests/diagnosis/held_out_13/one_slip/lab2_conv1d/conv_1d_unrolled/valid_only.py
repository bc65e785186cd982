# Leaves out the windows that hang over the right end, where the answer should count what is there.
def conv_1d_unrolled(x, w):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    T, k = len(x), len(w)
    y = np.zeros(T, dtype=np.result_type(x, w))
    for t in range(T - k + 1):
        y[t] = (x[t : t + k] * w).sum()
    return y
