# the gradient of the padded x is cropped by [p:-p]; dw is assigned instead of added
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(float)
    dxp = np.zeros_like(xp)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                i = t * stride
                dxp[n, :, i : i + K] += w[o] * dout[n, o, t]
                dw[o] = xp[n, :, i : i + K] * dout[n, o, t]
    dx = dxp[:, :, padding:-padding]
    return {"x": dx.copy(), "w": dw}
