# wrong: windows are `stride` long, not k: raises as soon as they differ
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    steps = (xp.shape[2] - K) // stride + 1
    if dout is None:
        dout = np.ones((N, O, steps))
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(steps):
                a = t * stride
                dxp[n, :, a : a + stride] += w[o] * dout[n, o, t]
                dw[o] += xp[n, :, a : a + stride] * dout[n, o, t]
    return {"x": dxp[:, :, padding : padding + T], "w": dw}
