# eval_numerical_gradient in the manner of cs231n, working in the caller's own array, which for ints cuts off the step.
def eval_numerical_gradient(f, x, h):
    grad = np.zeros(x.shape, dtype=np.float64)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        oldval = x[ix].copy()
        x[ix] = oldval + h
        fxph = f(x)
        x[ix] = oldval - h
        fxmh = f(x)
        x[ix] = oldval
        grad[ix] = (fxph - fxmh) / (2 * h)
        it.iternext()
    return grad


def numerical_gradient(f, x, h=1e-5):
    return eval_numerical_gradient(f, x, h)
