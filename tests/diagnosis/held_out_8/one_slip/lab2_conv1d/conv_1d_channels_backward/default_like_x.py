# The default dout has the shape of x.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    T, K = x.shape[2], w.shape[2]
    if dout is None:
        dout = np.ones(x.shape)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for n, o, t in np.ndindex(dout.shape):
        span = slice(t * stride, t * stride + K)
        dxp[n, :, span] += dout[n, o, t] * w[o]
        dw[o] += dout[n, o, t] * xp[n, :, span]
    return {'x': dxp[:, :, padding:padding + T].copy(), 'w': dw}
