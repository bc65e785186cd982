# As in a well-known course: the padded dx is cut with [padding:-padding], and the stride is missing in the windows of dx.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    F, C, HH = w.shape
    H_new = int(1 + (T + 2 * padding - HH) / stride)
    if dout is None:
        dout = np.ones((N, F, H_new))
    dw = np.zeros(w.shape, dtype=float)
    x_pad = np.pad(x, ((0,), (0,), (padding,)), mode="constant").astype(float)
    dx_pad = np.zeros_like(x_pad)
    for i in range(N):
        for f in range(F):
            for j in range(H_new):
                window = x_pad[i, :, j * stride:HH + j * stride]
                dw[f] += window * dout[i, f, j]
                dx_pad[i, :, j:HH + j] += w[f] * dout[i, f, j]
    dx = dx_pad[:, :, padding:-padding]
    return {"x": dx.copy(), "w": dw}
