# never steps in place: builds x + h * unit array for every entry
def numerical_gradient(f, x, h=1e-5):
    z = np.array(x, dtype=np.float64)
    g = np.empty(z.shape)
    for idx in np.ndindex(z.shape):
        e = np.zeros(z.shape)
        e[idx] = h
        g[idx] = (f(z + e) - f(z - e)) / (2 * h)
    return g
