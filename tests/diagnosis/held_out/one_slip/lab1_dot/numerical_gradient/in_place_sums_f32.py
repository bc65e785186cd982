# wrong: the result is float32
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape, dtype=np.float32)
    y = x.astype(np.float64).copy()
    for idx, value in np.ndenumerate(x.astype(float)):
        y[idx] = value + h
        right = f(y)
        y[idx] = value - h
        left = f(y)
        y[idx] = value
        grad[idx] = (right - left) / (2.0 * h)
    return grad
