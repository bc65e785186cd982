# right
# A generator of slopes, each with two fresh copies.
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)

    def moved(at, by):
        there = x.copy()
        there[at] = there[at] + by
        return f(there)

    slopes = (float(moved(at, h) - moved(at, -h)) / (h + h) for at in np.ndindex(x.shape))
    return np.fromiter(slopes, dtype=float, count=x.size).reshape(x.shape)
