# right
# a helper for one partial derivative
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x)

    def partial(where):
        def moved(by):
            y = x.astype(np.float64)
            y[where] = y[where] + by
            return float(f(y))

        return (moved(+h) - moved(-h)) / (h + h)

    result = np.zeros(x.shape)
    for where in np.ndindex(x.shape):
        result[where] = partial(where)
    return result
