# dw is divided by the batch size; and dx is scattered to t instead of t * stride
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for t in range(L):
        dw += np.einsum('no,nck->ock', dout[:, :, t], xp[:, :, t * stride:t * stride + K])
        dxp[:, :, t:t + K] += np.einsum('no,ock->nck', dout[:, :, t], w)
    return {'x': dxp[:, :, padding:padding + T], 'w': dw / N}
