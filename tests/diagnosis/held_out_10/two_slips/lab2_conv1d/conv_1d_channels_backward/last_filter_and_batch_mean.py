# dx comes of the last filter alone; and dw is the mean over the batch.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    n_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, n_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dw = np.zeros(w.shape)
    for o in range(O):
        dxp = np.zeros(xp.shape)
        for t in range(n_out):
            g = dout[:, o, t][:, None, None]
            dxp[:, :, t * stride:t * stride + K] += g * w[o]
            dw[o] += (g * xp[:, :, t * stride:t * stride + K]).mean(axis=0)
    return {"x": dxp[:, :, padding:padding + T], "w": dw}
