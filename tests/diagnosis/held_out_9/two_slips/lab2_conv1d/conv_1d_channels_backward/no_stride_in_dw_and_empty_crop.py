# dw reads windows at t, not t*stride; and padding:-padding is empty for padding 0.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    O, C, K = w.shape
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    L = (xp.shape[2] - K) // stride + 1
    if dout is None:
        dout = np.ones((len(x), O, L))
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for n in range(len(x)):
        for o in range(O):
            for t in range(L):
                dxp[n, :, t * stride:t * stride + K] += w[o] * dout[n, o, t]
                dw[o] += xp[n, :, t:t + K] * dout[n, o, t]
    return {"x": dxp[:, :, padding:-padding], "w": dw}
