# cs231n conv_backward_naive: db adds dout of the last spatial column only (sum over one axis too few).
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    H_o = 1 + (H + 2 * padding - HH) // stride
    W_o = 1 + (W + 2 * padding - WW) // stride
    dout = np.ones((N, F, H_o, W_o)) if dA is None else dA
    x_pad = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant")
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n in range(N):
        for f in range(F):
            db[f] += np.sum(dout[n, f, :, -1])
            for i in range(H_o):
                for j in range(W_o):
                    hs, ws = i * stride, j * stride
                    dw[f] += x_pad[n, :, hs : hs + HH, ws : ws + WW] * dout[n, f, i, j]
                    dx_pad[n, :, hs : hs + HH, ws : ws + WW] += w[f] * dout[n, f, i, j]
    return {"X": dx_pad[:, :, padding : padding + H, padding : padding + W].copy(), "w": dw, "b": db}
