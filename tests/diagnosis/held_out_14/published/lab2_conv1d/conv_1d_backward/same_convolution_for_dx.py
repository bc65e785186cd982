# dx is the same-size correlation of dout with w, the filter not turned round
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    pad = (len(w) - 1) // 2
    x_pad = np.pad(x, (pad, pad), 'constant').astype(float)
    d_pad = np.pad(dout, (pad, pad), 'constant').astype(float)
    dw = np.zeros(w.shape)
    dx = np.zeros(x.shape)
    for i in range(len(x)):
        dw += x_pad[i:i + len(w)] * dout[i]
        dx[i] = np.sum(d_pad[i:i + len(w)] * w)
    return {'x': dx, 'w': dw}
