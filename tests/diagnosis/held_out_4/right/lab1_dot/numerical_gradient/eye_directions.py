# right
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=np.float64, order="C")
    steps = h * np.eye(base.size).reshape((base.size,) + base.shape)
    slopes = [(float(f(base + s)) - float(f(base - s))) / (2 * h) for s in steps]
    return np.array(slopes).reshape(base.shape)
