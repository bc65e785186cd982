# dw is divided by the batch size; and dx is divided by how many windows cover a place
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros(xp.shape)
    count = np.zeros(xp.shape[2])
    dw = np.zeros(w.shape)
    for t in range(T_out):
        win = slice(t * stride, t * stride + K)
        count[win] += 1
        dxp[:, :, win] += np.tensordot(dout[:, :, t], w, axes=(1, 0))
        dw += np.tensordot(dout[:, :, t], xp[:, :, win], axes=(0, 0)) / N
    dxp = dxp / np.maximum(count, 1)
    return {"x": dxp[:, :, padding:padding + T].copy(), "w": dw}
