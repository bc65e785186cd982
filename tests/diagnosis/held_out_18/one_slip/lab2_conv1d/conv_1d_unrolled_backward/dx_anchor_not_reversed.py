# dx is a left anchored correlation of dout with w, as in the forward pass: dx[t] sums w[j]*dout[t+j] instead of w[j]*dout[t-j]
import numpy as np
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k = len(w)
    dx = conv_1d_unrolled(dout, w).astype(np.float64)
    dw = np.asarray(dout, dtype=np.float64) @ unroll(x, k)
    return {'x': dx, 'w': dw}
