# what falls on the zeros past the right end is handed back to the last entry of dx (index min(t + j, T - 1)) instead of nowhere; and dw has the dtype of w, so whole-number filters cut it off
import numpy as np
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    d = np.ones(T) if dout is None else dout
    dx = np.zeros(T)
    dw = np.zeros_like(w)
    for j in range(len(w)):
        s = 0.0
        for t in range(T):
            dx[min(t + j, T - 1)] += d[t] * w[j]
            if t + j < T:
                s += d[t] * x[t + j]
        dw[j] = s
    return {'x': dx, 'w': dw}
