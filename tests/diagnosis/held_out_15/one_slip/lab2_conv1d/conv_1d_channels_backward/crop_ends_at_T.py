# Cuts the padding off dx with padding:T, which ends `padding` entries too early.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    (N, C, T), (O, _, K) = x.shape, w.shape
    T_out = (T + 2 * padding - K) // stride + 1
    dout = np.ones((N, O, T_out)) if dout is None else dout
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(np.float64)
    dpadded = np.zeros(padded.shape)
    dw = np.zeros((O, C, K))
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                sl = slice(t * stride, t * stride + K)
                dw[o] += dout[n, o, t] * padded[n, :, sl]
                dpadded[n, :, sl] += dout[n, o, t] * w[o]
    dx = dpadded[:, :, padding:T] if padding else dpadded
    return {"x": dx.copy(), "w": dw}
