# Comes from cs231n's eval_numerical_gradient and works in x itself, so that integers lose the step (and views of ints too).
def numerical_gradient(f, x, h=1e-5):
    """A naive implementation of numerical gradient of f at x."""
    grad = np.zeros(np.shape(x))
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        oldval = x[ix]
        x[ix] = oldval + h
        fxph = f(x)
        x[ix] = oldval - h
        fxmh = f(x)
        x[ix] = oldval
        grad[ix] = (fxph - fxmh) / (2 * h)
        it.iternext()
    return grad
