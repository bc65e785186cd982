# right
# One row of an identity matrix for each entry.
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=float)
    steps = np.eye(base.size) * h
    rises = [f(base + e.reshape(base.shape)) - f(base - e.reshape(base.shape)) for e in steps]
    return np.array(rises, dtype=float).reshape(base.shape) / (2 * h)
