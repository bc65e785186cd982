# dx forgets the upstream gradient, dw keeps the last image only.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T + 2 * padding - K) // stride + 1
    dout = np.ones((N, O, T_out)) if dout is None else dout
    xpad = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(np.float64)
    dxpad = np.zeros(xpad.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        dw = np.zeros(w.shape)
        for o in range(O):
            for t in range(T_out):
                begin, end = t * stride, t * stride + K
                dw[o] += dout[n, o, t] * xpad[n, :, begin:end]
                dxpad[n, :, begin:end] += w[o]
    dx = dxpad[:, :, padding:padding + T]
    return {'x': dx.copy(), 'w': dw}
