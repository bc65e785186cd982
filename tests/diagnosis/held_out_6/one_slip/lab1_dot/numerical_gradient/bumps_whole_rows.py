# wrong: loops over the first axis only, so a whole row is bumped at once
def numerical_gradient(f, x, h=1e-5):
    g = np.zeros(np.shape(x))
    for i in range(len(x)):
        plus = np.array(x, dtype=float)
        minus = np.array(x, dtype=float)
        plus[i] += h
        minus[i] -= h
        g[i] = (f(plus) - f(minus)) / (2 * h)
    return g
