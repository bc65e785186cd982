# the step grows with the entry (h times max(1, |x|)), where it should be h at every entry
def numerical_gradient(f, x, h=1e-5):
    y = np.array(x, dtype=np.float64)
    g = np.zeros_like(y)
    for idx, old in np.ndenumerate(y.copy()):
        eps = h * max(1.0, abs(old))
        y[idx] = old + eps
        fp = f(y)
        y[idx] = old - eps
        fm = f(y)
        y[idx] = old
        g[idx] = (fp - fm) / (2 * eps)
    return g
