# Makes the zeros without a dtype, so everything becomes float64.
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
    return np.concatenate([np.zeros(padding), x, np.zeros(padding)])
