# right
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x)
    units = np.eye(x.size).reshape((x.size,) + x.shape)

    def slope(e):
        return (f(np.asarray(x + h * e)) - f(np.asarray(x - h * e))) / (2 * h)

    return np.array([slope(e) for e in units], dtype=float).reshape(x.shape)
