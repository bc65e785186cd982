# wrong: x is not put back: later entries see the step
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    x = x.astype(float)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        oldval = x[ix]
        x[ix] = oldval + h
        fxph = f(x)
        x[ix] = oldval - h
        fxmh = f(x)
        grad[ix] = (fxph - fxmh) / (2 * h)
        it.iternext()
    return grad
