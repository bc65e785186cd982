# Takes a one-sided difference, and subtracts in the wrong order, so the sign is wrong.
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
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    base = f(x.copy())
    for i in np.ndindex(x.shape):
        y = x.copy()
        y[i] += h
        g[i] = (base - f(y)) / h
    return g
