# right: builds the banded T x T matrix of the convolution and multiplies.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T, p = len(x), len(w) // 2
    band = np.zeros((T, T), dtype=w.dtype)
    for j in range(len(w)):
        d = j - p
        if abs(d) < T:
            band += np.diag(np.full(T - abs(d), w[j], dtype=w.dtype), d)
    return band @ x
