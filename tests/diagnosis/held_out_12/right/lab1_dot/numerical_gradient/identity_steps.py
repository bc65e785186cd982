# right: an identity matrix of steps, each row reshaped to a bump, x never written to.
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
    base = np.asarray(x, dtype=np.float64)
    steps = np.eye(base.size) * h
    slopes = [(f(base + s.reshape(base.shape)) - f(base - s.reshape(base.shape))) / (2 * h) for s in steps]
    return np.array(slopes, dtype=np.float64).reshape(base.shape)
