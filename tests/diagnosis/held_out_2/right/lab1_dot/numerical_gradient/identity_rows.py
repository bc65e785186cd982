# right
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    steps = h * np.eye(x.size)
    slopes = [(f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape))) / (2 * h) for s in steps]
    return np.array(slopes, dtype=float).reshape(x.shape)
