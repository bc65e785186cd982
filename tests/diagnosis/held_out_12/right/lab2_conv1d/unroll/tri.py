# right: fancy indexing with a mask of what lies past the end.
def unroll(x, k):
    """Write each window of `x` into a row, anchored at the left.

    Parameters
    ----------
    x : array (T,)
    k : int
        Length of a window, at least 1. May be larger than T.

    Returns
    -------
    array (T, k)
        Row t is ``x[t], x[t+1], ..., x[t+k-1]``, with zeros past the right end.
    """
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    idx = np.arange(len(x))[:, None] + np.arange(k)[None]
    return np.where(idx < len(x), x[np.minimum(idx, len(x) - 1)], np.zeros((), x.dtype))
