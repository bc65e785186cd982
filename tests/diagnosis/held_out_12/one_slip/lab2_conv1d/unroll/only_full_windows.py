# Only makes rows for windows that fit, so there are T - k + 1 rows.
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
    if k > len(x):
        return np.concatenate([x, np.zeros(k - len(x), x.dtype)])[None]
    return np.array([x[t : t + k] for t in range(len(x) - k + 1)])
