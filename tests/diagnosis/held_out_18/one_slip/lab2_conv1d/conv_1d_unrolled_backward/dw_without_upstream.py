# dw sums the columns of the unrolled x without the upstream gradient
import numpy as np
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    up = np.ones(T) if dout is None else np.array(dout, dtype=float)
    M = np.zeros((T, k))
    dx = np.zeros(T)
    for t in range(T):
        n = min(k, T - t)
        M[t, :n] = x[t:t + n]
        dx[t:t + n] += up[t] * w[:n]
    return {'x': dx, 'w': M.sum(axis=0)}
