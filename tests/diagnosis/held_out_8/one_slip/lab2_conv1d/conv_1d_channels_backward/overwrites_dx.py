# = where windows overlap: the last one wins.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out), dtype=np.float64)
    X = np.zeros((N, C, T + 2 * padding))
    X[:, :, padding:T + padding] = x
    DX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for n in range(N):
        for t in range(T_out):
            lo = t * stride
            window = X[n, :, lo:lo + K]
            dw += dout[n, :, t][:, None, None] * window[None]
            DX[n, :, lo:lo + K] = np.tensordot(dout[n, :, t], w, axes=1)
    return {"x": DX[:, :, padding:padding + T].copy(), "w": dw}
