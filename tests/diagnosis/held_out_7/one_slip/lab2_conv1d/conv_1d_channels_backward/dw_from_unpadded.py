# dw reads the windows from x without its padding
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                a = t * stride
                dxp[n, :, a : a + K] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * x[n, :, a : a + K]
    return {"x": dxp[:, :, padding : padding + T].copy(), "w": dw}
