# dx takes the filter as w[c, o] instead of w[o, c] (names confused), so it raises or is wrong where more than one channel or filter is there
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for t in range(T_out):
            a = t * stride
            for o in range(O):
                dw[o] += dout[n, o, t] * xp[n, :, a:a + K]
                for c in range(C):
                    dxp[n, c, a:a + K] += dout[n, o, t] * w[c, o]
    return {'x': dxp[:, :, padding:padding + T], 'w': dw}
