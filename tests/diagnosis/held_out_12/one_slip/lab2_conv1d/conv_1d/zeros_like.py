# The result is made with zeros_like(x), so int lines cut off the products' fractions.
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
    k = w.size
    half = k // 2
    y = np.zeros_like(x)
    for i in range(x.size):
        for j in range(k):
            pos = i + j - half
            if 0 <= pos < x.size:
                y[i] += (x[i + j - half] * w[j]).astype(y.dtype)
    return y
