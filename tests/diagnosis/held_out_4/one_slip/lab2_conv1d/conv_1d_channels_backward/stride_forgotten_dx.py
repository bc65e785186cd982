# wrong: dx puts the windows side by side: the stride is forgotten there
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    To = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, To))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(float)
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for t in range(To):
        win = xp[:, :, t * stride : t * stride + K]
        dw += np.tensordot(dout[:, :, t], win, axes=(0, 0))
        dxp[:, :, t : t + K] += np.tensordot(dout[:, :, t], w.astype(float), axes=1)
    return {"x": dxp[:, :, padding : padding + T], "w": dw}
