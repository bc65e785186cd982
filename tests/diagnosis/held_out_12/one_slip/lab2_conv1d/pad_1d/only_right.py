# Puts all the zeros behind the line and none in front.
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
    new = np.zeros(x.shape[0] + 2 * padding, x.dtype)
    for t in range(len(x)):
        new[t] = x[t]
    return new
