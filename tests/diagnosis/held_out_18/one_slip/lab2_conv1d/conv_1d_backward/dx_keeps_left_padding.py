# the padding is cut off dx at the right only (dxp[:T] instead of dxp[r:r+T]), so dx is shifted
import numpy as np
def conv_1d_backward(x, w, dout=None):
    T, k = x.size, w.size
    r = (k - 1) // 2
    if dout is None:
        dout = np.ones(T)
    xp = np.zeros(T + 2 * r)
    xp[r:r + T] = x
    dxp, dw = np.zeros(T + 2 * r), np.zeros(k)
    for j in range(k):
        dw[j] = np.dot(dout, xp[j:j + T])
        dxp[j:j + T] += w[j] * dout
    return {'x': dxp[:T].copy(), 'w': dw}
