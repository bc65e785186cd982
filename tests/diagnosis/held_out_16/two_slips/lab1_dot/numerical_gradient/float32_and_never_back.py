# two slips: the gradient is float32, and an entry is not put back, so every later entry is measured with all earlier ones moved to x - h
def numerical_gradient(f, x, h=1e-5):
    z = np.array(x, dtype=np.float64)
    g = np.zeros(z.shape, dtype=np.float32)
    for i in np.ndindex(z.shape):
        z[i] += h
        a = f(z)
        z[i] -= 2 * h
        b = f(z)
        g[i] = (a - b) / (2 * h)
    return g
