# forward difference (f(x+h) - f(x)) / h instead of the central one; and the result has the dtype of x, so that for ints and float32 it is cut off
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    out = np.zeros_like(x)
    p = np.array(x, dtype=float)
    f0 = f(p.copy())
    for k in np.ndindex(*p.shape):
        q = p.copy()
        q[k] += h
        out[k] = (f(q) - f0) / h
    return out
