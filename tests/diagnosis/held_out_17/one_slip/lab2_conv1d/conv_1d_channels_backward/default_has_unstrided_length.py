# the default upstream gradient has T - K + 2 * padding + 1 places, computed without the stride, so a call without dout uses too many windows and raises where stride > 1
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    if dout is None:
        dout = np.ones((N, O, T - K + 2 * padding + 1))
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding:padding + T] = x
    dxp = np.zeros(xp.shape)
    dw = np.zeros((O, C, K))
    for t in range(dout.shape[2]):
        place = range(t * stride, t * stride + K)
        for o in range(O):
            for n in range(N):
                dw[o] += dout[n, o, t] * xp[n][:, place]
                dxp[n, :, place] += dout[n, o, t] * w[o].T
    return {'x': dxp[:, :, padding:padding + T], 'w': dw}
