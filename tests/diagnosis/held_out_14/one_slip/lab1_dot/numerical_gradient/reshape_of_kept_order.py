# astype keeps Fortran order, and reshape(-1) of that is a copy: at transposed (Fortran-ordered) arrays f never sees a step and the gradient is zero
def numerical_gradient(f, x, h=1e-5):
    y = x.astype(np.float64)
    line = y.reshape(-1)
    g = np.zeros(line.shape)
    for k in range(line.size):
        old = line[k]
        line[k] = old + h
        a = float(f(y))
        line[k] = old - h
        b = float(f(y))
        line[k] = old
        g[k] = (a - b) / (2 * h)
    return g.reshape(x.shape)
