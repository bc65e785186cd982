# Forgets to put the entry back before turning to the next one.
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
    y = np.array(x, dtype=float)
    grad = np.zeros(y.shape)
    for idx in np.ndindex(y.shape):
        y[idx] += h
        a = f(y)
        y[idx] -= 2 * h
        b = f(y)
        grad[idx] = (a - b) / (2 * h)
    return grad
