# wrong: x is not put back after the step below: later entries see it at x - h
def numerical_gradient(f, x, h=1e-5):
    z = np.array(x, dtype=float)
    g = np.empty_like(z)
    for i, _ in np.ndenumerate(z):
        z[i] += h
        hi = f(z)
        z[i] -= 2 * h
        lo = f(z)
        g[i] = (hi - lo) / (2 * h)
    return g
