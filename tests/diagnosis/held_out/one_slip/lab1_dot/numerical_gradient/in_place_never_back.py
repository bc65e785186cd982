# wrong: the entry is not put back after its step
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    y = x.astype(np.float64).copy()
    for idx, value in np.ndenumerate(x.astype(float)):
        y[idx] = value + h
        right = f(y)
        y[idx] = value - h
        left = f(y)
        grad[idx] = (right - left) / (2.0 * h)
    return grad
