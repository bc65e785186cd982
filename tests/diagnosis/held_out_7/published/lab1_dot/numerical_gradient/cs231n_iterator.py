# x is changed in place and put back by adding h, which leaves rounding errors
def numerical_gradient(f, x, h=1e-5):
    # evaluate gradient at x, iterating over all indexes
    work = x if x.dtype == float else x.astype(float)
    grad = np.zeros(work.shape)
    it = np.nditer(work, flags=["multi_index", "zerosize_ok"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        work[ix] += h
        fxph = f(work)
        work[ix] -= 2 * h
        fxmh = f(work)
        work[ix] += h
        grad[ix] = (fxph - fxmh) / (2 * h)
        it.iternext()
    return grad
