# As in course code with regularisation: dw has reg * w added to it.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    reg = 0.1
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    H_new = 1 + (H + 2 * padding - HH) // stride
    W_new = 1 + (W + 2 * padding - WW) // stride
    dout = np.ones((N, F, H_new, W_new)) if dA is None else dA
    x_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant")
    dx_pad = np.zeros(x_pad.shape)
    dw, db = np.zeros(w.shape), np.zeros(b.shape)
    for n in range(N):
        for f in range(F):
            db[f] += dout[n, f].sum()
            for i in range(H_new):
                for j in range(W_new):
                    hs, ws = i * stride, j * stride
                    dw[f] += x_pad[n, :, hs:hs + HH, ws:ws + WW] * dout[n, f, i, j]
                    dx_pad[n, :, hs:hs + HH, ws:ws + WW] += w[f] * dout[n, f, i, j]
    dw += reg * w
    return {"X": dx_pad[:, :, padding:padding + H, padding:padding + W], "w": dw, "b": db}
