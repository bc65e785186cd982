# right: an index trick with a boolean mask.
def pad_1d(x, padding):
    """Put zeros on both sides of a line.

    Parameters
    ----------
    x : array (T,)
    padding : int
        Zeros on each side, 0 or more.

    Returns
    -------
    array (T + 2*padding,)
        A new array with the dtype of `x`.
    """
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    inside = np.arange(-padding, len(x) + padding)
    ok = (inside >= 0) & (inside < len(x))
    out = np.zeros(inside.shape, dtype=x.dtype)
    np.place(out, ok, x)
    return out
