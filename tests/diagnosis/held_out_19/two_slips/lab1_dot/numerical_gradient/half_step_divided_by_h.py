# divides by h after two whole steps, so all slopes are double; and steps are taken in the caller's own x (ints and float32 lose them) and taken back by adding, not to the last bit
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(grad, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        x[i] += h
        hi = f(x)
        x[i] -= 2 * h
        lo = f(x)
        x[i] += h
        grad[i] = (hi - lo) / h
    return grad
