# The window looks to the left (x[t-1], ...), and the result is always float64.
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
    T = len(x)
    out = np.zeros((T, k))
    for t in range(T):
        for j in range(k):
            if t - j >= 0:
                out[t, j] = x[t - j]
    return out
