# cs231n's eval_numerical_gradient_array: it writes x + h into x itself, so integer inputs lose the step (and float32 inputs round it)
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=['multi_index', 'zerosize_ok'], op_flags=['readwrite'])
    while not it.finished:
        ix = it.multi_index
        oldval = x[ix]
        x[ix] = oldval + h
        pos = f(x)
        x[ix] = oldval - h
        neg = f(x)
        x[ix] = oldval
        grad[ix] = (pos - neg) / (2 * h)
        it.iternext()
    return grad
