# right: five lines with a helper closure and a list of indices sorted backwards.
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
    x64 = np.array(x, dtype=np.float64)


    def moved(place, by):
        y = x64.copy()
        y[place] = y[place] + by
        return y


    out = np.empty(x64.shape)
    for place in reversed(list(np.ndindex(x64.shape))):
        out[place] = 0.5 * (f(moved(place, h)) - f(moved(place, -h))) / h
    return out
