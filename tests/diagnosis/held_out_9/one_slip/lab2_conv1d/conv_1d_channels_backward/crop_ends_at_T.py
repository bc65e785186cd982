# The padding is cut off by [padding:T]: too short by padding.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    L = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for t in range(L):
        cut = slice(t * stride, t * stride + K)
        dw += np.einsum("no,nck->ock", dout[:, :, t], xp[:, :, cut])
        dxp[:, :, cut] += np.einsum("no,ock->nck", dout[:, :, t], w)
    return {"x": dxp[:, :, padding:T], "w": dw}
