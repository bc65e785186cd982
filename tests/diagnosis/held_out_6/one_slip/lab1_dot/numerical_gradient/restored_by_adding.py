# wrong: puts x back by adding h instead of storing the old value, so not bit for bit
def numerical_gradient(f, x, h=1e-5):
    if x.dtype != np.float64:
        return numerical_gradient(f, x.astype(float), h)
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        x[idx] += h
        up = f(x)
        x[idx] -= 2 * h
        down = f(x)
        x[idx] += h
        grad[idx] = (up - down) / (2 * h)
        it.iternext()
    return grad
