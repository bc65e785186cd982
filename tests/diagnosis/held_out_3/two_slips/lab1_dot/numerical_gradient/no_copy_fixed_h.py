# wrong: h is fixed at 1e-4; x is not put back after the step below
def numerical_gradient(f, x, h=1e-5):
    h = 1e-4
    x = x.astype(float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        hi = f(x)
        x[i] -= 2 * h
        lo = f(x)
        g[i] = (hi - lo) / (2 * h)
    return g
