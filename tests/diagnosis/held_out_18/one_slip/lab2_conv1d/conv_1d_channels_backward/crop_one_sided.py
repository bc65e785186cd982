# the padding is cut off with dxp[:, :, padding:T], which forgets to add padding to the right end, so dx is padding entries too short
import numpy as np
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, padding)])
    T_out = (xp.shape[2] - K) // stride + 1
    g = np.ones((N, O, T_out)) if dout is None else dout.astype(float)
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for t in range(T_out):
        part = slice(t * stride, t * stride + K)
        dxp[:, :, part] += np.einsum('no,ock->nck', g[:, :, t], w)
        dw += np.einsum('no,nck->ock', g[:, :, t], xp[:, :, part])
    return {'x': dxp[:, :, padding:T].copy(), 'w': dw}
