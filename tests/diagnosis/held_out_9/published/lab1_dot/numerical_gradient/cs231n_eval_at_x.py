# CS231n's one-sided eval_numerical_gradient: (f(x + h) - f(x)) / h.
def numerical_gradient(f, x, h=1e-5):
    work = np.array(x, dtype=np.float64)
    fx = f(work)
    grad = np.zeros_like(work)
    it = np.nditer(work, flags=["multi_index", "zerosize_ok"])
    while not it.finished:
        ix = it.multi_index
        old = work[ix]
        work[ix] = old + h
        fxh = f(work)
        work[ix] = old
        grad[ix] = (fxh - fx) / h
        it.iternext()
    return grad
