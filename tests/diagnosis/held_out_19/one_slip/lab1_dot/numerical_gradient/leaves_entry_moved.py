# the entry is not put back before the next one is moved
def numerical_gradient(f, x, h=1e-5):
    def nudge(array, where, by):
        array[where] = array[where] + by

    z = x.astype(float)
    grad = np.empty(z.shape)
    for where in np.ndindex(*z.shape):
        nudge(z, where, h)
        f_plus = f(z)
        nudge(z, where, -2 * h)
        f_minus = f(z)
        grad[where] = (f_plus - f_minus) / (2 * h)
    return grad
