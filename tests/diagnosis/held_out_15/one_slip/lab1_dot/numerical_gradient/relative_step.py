# The step is h times the size of the entry (at least h), and not h itself, so for entries above 1 it is too large.
def numerical_gradient(f, x, h=1e-5):
    p = np.array(x, dtype=float)
    g = np.zeros_like(p)
    for i in np.ndindex(p.shape):
        v = p[i]
        step = h * max(1.0, abs(v))
        p[i] = v + step
        fp = f(p)
        p[i] = v - step
        fm = f(p)
        p[i] = v
        g[i] = (fp - fm) / (2 * step)
    return g
