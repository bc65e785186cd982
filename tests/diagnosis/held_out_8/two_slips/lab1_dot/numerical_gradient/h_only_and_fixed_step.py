# Divides by h where the points are 2h apart, and the step is always 1e-4.
def numerical_gradient(f, x, h=1e-5):
    h = 1e-4  # smaller gives rounding errors
    work = np.array(x, dtype=np.float64, copy=True)
    slopes = np.zeros(work.shape, dtype=np.float64)
    for index, value in np.ndenumerate(work):
        work[index] = value + h
        above = f(work)
        work[index] = value - h
        below = f(work)
        work[index] = value
        slopes[index] = (above - below) / h
    return slopes
