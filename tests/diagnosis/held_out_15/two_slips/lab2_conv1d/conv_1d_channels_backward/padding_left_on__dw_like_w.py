# dx keeps its padding, it is as long as the padded line; and dw has the dtype of w, which fails with whole numbers and stays float32.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx = np.zeros(xp.shape)
    dw = np.zeros_like(w)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                s = t * stride
                dx[n, :, s:s + K] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * xp[n, :, s:s + K]
    return {"x": dx, "w": dw}
