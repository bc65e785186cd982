# dw is set to zeros inside the loop over the batch, only the last input is left
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    dx = np.zeros((N, C, T))
    for n in range(N):
        xp = np.zeros((C, T + 2 * padding))
        xp[:, padding:padding + T] = x[n]
        dxp = np.zeros(xp.shape)
        dw = np.zeros((O, C, K))
        for o in range(O):
            for t in range(T_out):
                begin = t * stride
                dxp[:, begin:begin + K] += w[o] * dout[n, o, t]
                dw[o] += xp[:, begin:begin + K] * dout[n, o, t]
        dx[n] = dxp[:, padding:padding + T]
    return {"x": dx, "w": dw}
