# Reverses w before the product, as a convolution in the mathematical sense.
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
    return unroll(x, w.shape[0]).dot(np.flip(w))
