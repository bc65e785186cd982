# the buffer for dx is only as long as the windows reach, (T_out-1)*stride + K, so the uncovered places at the end are missing from dx (wrong shape)
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    K = w.shape[2]
    T_out = (x.shape[2] + 2 * padding - K) // stride + 1
    if dout is None:
        dout = np.ones((x.shape[0], w.shape[0], T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros((x.shape[0], x.shape[1], (T_out - 1) * stride + K))
    dw = np.zeros(w.shape)
    for n in range(len(x)):
        for o in range(len(w)):
            for t in range(T_out):
                a = t * stride
                dxp[n, :, a:a + K] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * xp[n, :, a:a + K]
    return {'x': dxp[:, :, padding:padding + x.shape[2]], 'w': dw}
