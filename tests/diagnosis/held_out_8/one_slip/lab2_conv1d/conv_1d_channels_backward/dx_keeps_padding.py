# dx is not cut back: it has the padded length.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros_like(xp)
    dw = np.zeros(w.shape)
    for t in range(L):
        s = slice(t * stride, t * stride + K)
        dw += np.einsum('no,nck->ock', dout[:, :, t], xp[:, :, s])
        dxp[:, :, s] += np.einsum('no,ock->nck', dout[:, :, t], w)
    return {'x': dxp, 'w': dw}
