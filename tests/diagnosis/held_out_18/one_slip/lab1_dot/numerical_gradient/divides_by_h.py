# the difference of f(x+h) and f(x-h) is divided by h instead of 2h, so all slopes are doubled
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=float)
    def slope(idx):
        e = np.zeros(base.shape)
        e[idx] = h
        return float(f(base + e) - f(base - e)) / h
    g = np.zeros(base.shape)
    for idx in np.ndindex(base.shape):
        g[idx] = slope(idx)
    return g
