# The copy keeps the dtype of x: in integers a small step is lost.
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        plus = np.array(x)
        minus = np.array(x)
        plus[i] += np.array(h).astype(x.dtype)
        minus[i] -= np.array(h).astype(x.dtype)
        grad[i] = (f(plus) - f(minus)) / (2 * h)
    return grad
