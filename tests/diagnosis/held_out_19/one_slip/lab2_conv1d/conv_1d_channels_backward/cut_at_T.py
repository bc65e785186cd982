# the padding is cut off with padding:T instead of padding:padding + T, dx is too short
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dxp, dw = np.zeros_like(xp), np.zeros(w.shape)
    for t in range(T_out):
        a = t * stride
        b = a + K
        dxp[:, :, a:b] += np.einsum("no,ock->nck", dout[:, :, t], w)
        dw += np.einsum("no,nck->ock", dout[:, :, t], xp[:, :, a:b])
    return {"x": dxp[:, :, padding:T].copy(), "w": dw}
