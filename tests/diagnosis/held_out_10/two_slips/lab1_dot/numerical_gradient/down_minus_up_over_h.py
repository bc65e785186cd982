# The difference is taken the wrong way round; and it is divided by h, not 2 h.
def numerical_gradient(f, x, h=1e-5):
    start = np.asarray(x, dtype=float)
    grad = np.zeros(start.shape)
    for idx in np.ndindex(start.shape):
        step = np.zeros(start.shape)
        step[idx] = h
        grad[idx] = (f(start - step) - f(start + step)) / h
    return grad
