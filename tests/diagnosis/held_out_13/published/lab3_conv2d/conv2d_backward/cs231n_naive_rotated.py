# In the manner of a cs231n conv_backward_naive; the gradient of x is computed with the filter's mirror image, although it is a scatter loop.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    H_prime = 1 + (H + 2 * padding - HH) // stride
    W_prime = 1 + (W + 2 * padding - WW) // stride
    dout = np.ones((N, F, H_prime, W_prime)) if dA is None else dA

    x_pad = np.pad(X, ((0,), (0,), (padding,), (padding,)), "constant").astype(np.float64)
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n in range(N):
        for f in range(F):
            db[f] += dout[n, f].sum()
            w_rot = np.rot90(w[f], 2, axes=(1, 2))
            for i in range(H_prime):
                for j in range(W_prime):
                    hs, ws = i * stride, j * stride
                    dw[f] += x_pad[n, :, hs : hs + HH, ws : ws + WW] * dout[n, f, i, j]
                    dx_pad[n, :, hs : hs + HH, ws : ws + WW] += w_rot * dout[n, f, i, j]
    dx = dx_pad[:, :, padding : padding + H, padding : padding + W].copy()
    return {"X": dx, "w": dw, "b": db}
