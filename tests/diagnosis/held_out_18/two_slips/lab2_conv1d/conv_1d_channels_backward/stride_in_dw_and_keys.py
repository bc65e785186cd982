# dw reads windows that start at t instead of t*stride; and the keys are 'dx' and 'dw'
import numpy as np
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    L = (T + 2 * padding - K) // stride + 1
    g = np.ones((N, O, L)) if dout is None else dout * 1.0
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(L):
                dxp[n, :, t * stride:t * stride + K] += g[n, o, t] * w[o]
                dw[o] += g[n, o, t] * xp[n, :, t:t + K]
    return {'dx': dxp[:, :, padding:padding + T].copy(), 'dw': dw}
