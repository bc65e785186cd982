# steps are taken in x.ravel() of a float copy that keeps x's memory order, so for transposed (F-ordered) arrays ravel is a copy that f never sees and slopes are 0
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    work = x.astype(np.float64)
    flat = work.ravel()
    g = np.zeros(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + h
        plus = f(work)
        flat[i] = keep - h
        minus = f(work)
        flat[i] = keep
        g[i] = (plus - minus) / (2 * h)
    return g.reshape(x.shape)
