# right: all steps stand in the rows of an identity matrix, each reshaped to the shape of x.
def numerical_gradient(f, x, h=1e-5):
    point = np.array(x, dtype=np.float64)
    steps = h * np.eye(point.size)
    slopes = [
        (f(point + s.reshape(point.shape)) - f(point - s.reshape(point.shape))) / (2 * h)
        for s in steps
    ]
    return np.array(slopes, dtype=np.float64).reshape(point.shape)
