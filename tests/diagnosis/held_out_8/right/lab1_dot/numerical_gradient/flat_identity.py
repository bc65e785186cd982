# right
# rows of the identity as directions
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=np.float64)
    directions = np.eye(base.size).reshape((base.size,) + base.shape) * h
    slopes = [(f(base + d) - f(base - d)) / 2 / h for d in directions]
    return np.array(slopes, dtype=np.float64).reshape(base.shape)
