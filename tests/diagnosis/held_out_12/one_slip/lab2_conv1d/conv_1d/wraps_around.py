# Forgets to guard negative indices, so Python wraps around at the left end.
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
    r = k // 2
    y = []
    for t in range(len(x)):
        s = 0
        for j in range(-r, r + 1):
            if t + j < len(x) and t + j >= -len(x):
                s += x[t + j] * w[j + r]
        y.append(s)
    return np.array(y)
