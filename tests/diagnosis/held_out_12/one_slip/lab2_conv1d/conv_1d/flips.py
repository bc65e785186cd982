# Flips the filter, as the convolution of signal processing does.
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
    k = len(w)
    xp = pad_1d(x, k // 2)
    return np.array([np.dot(xp[t : t + k], w[::-1]) for t in range(len(x))])
