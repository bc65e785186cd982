# Pads with the whole filter length minus one, so everything moves.
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
    p = len(w) - 1
    padded = pad_1d(x, p)
    return np.array([np.sum(padded[t:t + len(w)] * w) for t in range(len(x))])
