# wrong: dx is not cropped; dw sees the last image only
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    To = (T + 2 * padding - K) // stride + 1
    dout = np.ones((N, O, To)) if dout is None else dout
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding : padding + T] = x
    dx = np.zeros(xp.shape)
    for n in range(N):
        dw = np.zeros(w.shape)
        for o in range(O):
            for t in range(To):
                s = t * stride
                dw[o] += dout[n, o, t] * xp[n, :, s : s + K]
                dx[n, :, s : s + K] += dout[n, o, t] * w[o]
    return {"x": dx, "w": dw}
