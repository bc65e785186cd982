# unit steps as the rows of an identity matrix, one new array for each call of f
def numerical_gradient(f, x, h=1e-5):
    base = np.asarray(x, dtype=np.float64).reshape(-1)
    shape = np.shape(x)
    steps = h * np.eye(base.size)
    slopes = [
        (float(f((base + e).reshape(shape))) - float(f((base - e).reshape(shape)))) / (2 * h)
        for e in steps
    ]
    return np.array(slopes, dtype=np.float64).reshape(shape)
