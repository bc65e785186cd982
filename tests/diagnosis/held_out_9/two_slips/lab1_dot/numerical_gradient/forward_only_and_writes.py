# Forward difference; and x keeps the last step (it is not put back).
def numerical_gradient(f, x, h=1e-5):
    g = np.zeros(x.shape)
    base = f(x)
    for idx in np.ndindex(x.shape):
        x[idx] += h
        g[idx] = (f(x) - base) / h
        base = f(x)
    return g
