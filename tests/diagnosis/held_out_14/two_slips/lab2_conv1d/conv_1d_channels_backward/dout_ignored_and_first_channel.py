# the upstream gradient is replaced by ones even where it is given; dw pairs every channel of the filter with channel 0 of x
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T + 2 * padding - K) // stride + 1
    dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(float)
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                for c in range(C):
                    a = t * stride
                    dxp[n, c, a:a + K] += dout[n, o, t] * w[o, c]
                    dw[o, c] += dout[n, o, t] * xp[n, 0, a:a + K]
    return {'x': dxp[:, :, padding:padding + T], 'w': dw}
