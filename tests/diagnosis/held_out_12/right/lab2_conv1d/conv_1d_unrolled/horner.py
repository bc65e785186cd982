# right: no unroll, Horner-like shifts from the last weight.
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
    y = np.zeros(len(x), dtype=np.result_type(x, w))
    for weight in w[::-1]:
        y = np.append(y[1:], y.dtype.type(0)) + weight * x
    return y
