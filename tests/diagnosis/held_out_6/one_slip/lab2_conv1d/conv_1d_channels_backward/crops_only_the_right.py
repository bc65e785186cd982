# wrong: cuts the padding off the far end only, so dx is shifted by padding
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding : padding + T] = x
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    dxp = np.zeros_like(xp)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                a = t * stride
                dw[o] += dout[n, o, t] * xp[n, :, a : a + K]
                dxp[n, :, a : a + K] += dout[n, o, t] * w[o]
    return {"x": dxp[:, :, :T], "w": dw}
