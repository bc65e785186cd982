# assumes a matrix: two loops over x.shape[0] and x.shape[1], other numbers of dimensions fail
def numerical_gradient(f, x, h=1e-5):
    g = np.zeros(x.shape, dtype=np.float64)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            xp = x.astype(np.float64)
            xm = x.astype(np.float64)
            xp[i, j] += h
            xm[i, j] -= h
            g[i, j] = (f(xp) - f(xm)) / (2 * h)
    return g
