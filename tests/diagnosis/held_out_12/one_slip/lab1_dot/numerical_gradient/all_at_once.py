# Moves all entries together, which measures the sum of all slopes and not each of them.
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
    slope = (f(x + h) - f(x - h)) / (2 * h)
    return np.full(x.shape, float(slope))
