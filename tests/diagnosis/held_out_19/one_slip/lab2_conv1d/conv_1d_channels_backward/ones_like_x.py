# the default dout has the shape of x instead of the shape of the output
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    if dout is None:
        dout = np.ones(x.shape)
    N, O, T_out = dout.shape
    K = w.shape[2]
    T = x.shape[2]
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    dx = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                sl = slice(t * stride, t * stride + K)
                dx[n, :, sl] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * xp[n, :, sl]
    return {"x": dx[:, :, padding:padding + T].copy(), "w": dw}
