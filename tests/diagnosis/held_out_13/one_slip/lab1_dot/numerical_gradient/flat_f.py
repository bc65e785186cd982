# f gets to see the flattened vector instead of an array of the shape of x.
def numerical_gradient(f, x, h=1e-5):
    v = np.array(x, dtype=np.float64).flatten()
    g = np.zeros(v.size)
    for k in range(v.size):
        e = np.zeros(v.size)
        e[k] = h
        g[k] = (f(v + e) - f(v - e)) / (2 * h)
    return g.reshape(np.shape(x))
