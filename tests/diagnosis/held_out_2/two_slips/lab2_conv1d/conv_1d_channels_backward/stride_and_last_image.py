# wrong: dx forgets the stride; dw is overwritten by each image (last image only)
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dxp = np.zeros(xp.shape)
    for n in range(N):
        dw = np.zeros(w.shape)
        for o in range(O):
            for t in range(T_out):
                dxp[n, :, t:t + K] += w[o] * dout[n, o, t]
                dw[o] += xp[n, :, t * stride:t * stride + K] * dout[n, o, t]
    return {'x': dxp[:, :, padding:padding + T], 'w': dw}
