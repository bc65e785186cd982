# A one-sided difference: f(x + h) - f(x), over h.
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        keep = x[i]
        x[i] = keep + h
        right = f(x)
        x[i] = keep
        left = f(x)
        x[i] = keep
        grad[i] = (right - left) / h
    return grad
