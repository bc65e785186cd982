# right
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    steps = h * np.eye(x.size).reshape((x.size,) + x.shape)
    return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps], dtype=float).reshape(x.shape)
