# wrong: dw is averaged over the lines; dx is kept in the dtype of x
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T + 2 * padding - K) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros_like(xp)
    dw = np.zeros(w.shape)
    for l in range(L):
        s = l * stride
        dw += np.einsum("no,nck->ock", dout[:, :, l], xp[:, :, s:s + K]) / N
        dxp[:, :, s:s + K] = dxp[:, :, s:s + K] + np.einsum("no,ock->nck", dout[:, :, l], w)
    return {"x": dxp[:, :, padding:padding + T], "w": dw}
