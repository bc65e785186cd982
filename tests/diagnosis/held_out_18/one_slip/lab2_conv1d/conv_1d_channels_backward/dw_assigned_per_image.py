# dw is assigned anew for each line instead of added, so only the last line of the batch counts
import numpy as np
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    n_out = (T + 2 * padding - K) // stride + 1
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for k in range(K):
                    total = 0.0
                    for t in range(n_out):
                        s = t * stride + k - padding
                        if 0 <= s < T:
                            up = 1.0 if dout is None else dout[n, o, t]
                            dx[n, c, s] += up * w[o, c, k]
                            total += up * x[n, c, s]
                    dw[o, c, k] = total
    return {'x': dx, 'w': dw}
