# Copies the centred padding of conv_1d, so the filter is not anchored at the left.
def conv_1d_unrolled(x, w):
    """Slide `w` along `x`, starting at each entry, zeros past the right end.

    Parameters
    ----------
    x : array (T,)
    w : array (k,)
        Of any length, even or odd, longer than `x` or not.

    Returns
    -------
    array (T,)
    """
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    k = len(w)
    left = k // 2
    p = np.concatenate([np.zeros(left, x.dtype), x, np.zeros(k, x.dtype)])
    return np.array([p[t : t + k] @ w for t in range(len(x))])
