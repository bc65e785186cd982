# a one-sided difference (f(x + h) - f(x)) / h; and x keeps its kind (zeros_like, copy): in int the step is lost and the result is int, float32 stays float32
def numerical_gradient(f, x, h=1e-5):
    y = x.copy()
    g = np.zeros_like(y)
    f0 = f(y)
    for i in np.ndindex(y.shape):
        t = y[i]
        y[i] = t + h
        g[i] = (f(y) - f0) / h
        y[i] = t
    return g
