# Takes the forward difference (f(x+h) - f(x)) / h, not the central one.
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
    x0 = np.array(x, dtype=float)
    f0 = f(x0)
    grad = np.zeros(x0.shape)
    for idx in np.ndindex(x0.shape):
        xp = x0.copy()
        xp[idx] += h
        grad[idx] = (f(xp) - f0) / h
    return grad
