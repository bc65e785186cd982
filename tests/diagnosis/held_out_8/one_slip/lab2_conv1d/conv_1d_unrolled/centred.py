# Anchored at the middle: shifts the rows by half a filter.
def conv_1d_unrolled(x, w):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    k = len(w)
    half = k // 2
    x = np.concatenate([np.zeros(half, x.dtype), x])
    return (unroll(x, k) @ w)[:len(x) - half]
