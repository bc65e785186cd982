# Two loops over rows and columns, so only matrices work.
def numerical_gradient(f, x, h=1e-5):
    n, m = x.shape
    g = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            p = x.astype(float)
            q = x.astype(float)
            p[i, j] += h
            q[i, j] -= h
            g[i, j] = (f(p) - f(q)) / 2 / h
    return g
