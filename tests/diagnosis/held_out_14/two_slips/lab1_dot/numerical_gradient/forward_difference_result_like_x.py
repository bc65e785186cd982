# the difference is one-sided, (f(x+h) - f(x)) / h; the result has the dtype of x (zeros_like), so at integers the slopes are cut to whole numbers
def numerical_gradient(f, x, h=1e-5):
    base = float(f(np.array(x, dtype=float)))
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        moved = np.array(x, dtype=float)
        moved[i] = moved[i] + h
        g[i] = (float(f(moved)) - base) / h
    return g
