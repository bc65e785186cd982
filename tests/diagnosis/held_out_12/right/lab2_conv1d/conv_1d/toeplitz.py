# right: builds a T x T band matrix with np.eye and multiplies.
def conv_1d(x, w):
    """Slide `w` along `x`, centred on each entry, zeros beyond the ends.

    Parameters
    ----------
    x : array (T,)
    w : array (k,), k odd
        May be longer than `x`.

    Returns
    -------
    array (T,)
    """
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T, r = len(x), len(w) // 2
    band = sum((w[r + d] * np.eye(T, k=d, dtype=w.dtype) for d in range(-r, r + 1)), np.zeros((T, T), dtype=w.dtype))
    return band @ x
