# wrong: the result has the dtype of x, so it is cut off for whole numbers; divides by h, not by 2h
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    y = np.array(x, dtype=float)
    for idx in np.ndindex(*y.shape):
        v = float(y[idx])
        y[idx] = v + h
        f1 = f(y)
        y[idx] = v - h
        f0 = f(y)
        y[idx] = v
        grad[idx] = (f1 - f0) / h
    return grad
