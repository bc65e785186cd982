# one-sided difference (f(x+h) - f(x)) / h, with steps in x itself (put back) and a result like x: integers lose the step, float32 rounds it and gets a float32 result
def numerical_gradient(f, x, h=1e-5):
    fx = f(x)  # evaluate function value at original point
    grad = np.zeros_like(x)
    # iterate over all indexes in x
    it = np.nditer(x, flags=['multi_index'], op_flags=['readwrite'])
    while not it.finished:
        ix = it.multi_index
        old_value = x[ix].copy()
        x[ix] = old_value + h
        fxh = f(x)
        x[ix] = old_value
        grad[ix] = (fxh - fx) / h
        it.iternext()
    return grad
