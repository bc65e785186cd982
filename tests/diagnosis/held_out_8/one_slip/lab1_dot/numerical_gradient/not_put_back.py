# The entry is not put back after it was moved.
def numerical_gradient(f, x, h=1e-5):
    p = np.array(x, dtype=float)
    grad = np.zeros(p.shape)
    for idx in np.ndindex(p.shape):
        orig = p[idx]
        p[idx] = orig + h
        f1 = f(p)
        p[idx] = orig - h
        f2 = f(p)
        grad[idx] = (f1 - f2) / (2 * h)
    return grad
