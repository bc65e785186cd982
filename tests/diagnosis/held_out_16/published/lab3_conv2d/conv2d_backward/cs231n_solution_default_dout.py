# cs231n's conv_backward_naive: the upstream gradient has no default (None raises a TypeError), and the buffers are zeros_like their inputs, so ints raise and float32 stays float32
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    pad = padding
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    dx_pad = np.zeros_like(x_pad)
    dw = np.zeros_like(w)
    db = np.zeros_like(b)
    for n in range(N):
        for f in range(F):
            db[f] += np.sum(dA[n, f])
            for i in range(0, H_out):
                for j in range(0, W_out):
                    dw[f] += x_pad[n, :, i * stride : i * stride + HH, j * stride : j * stride + WW] * dA[n, f, i, j]
                    dx_pad[n, :, i * stride : i * stride + HH, j * stride : j * stride + WW] += w[f] * dA[n, f, i, j]
    dx = dx_pad[:, :, pad : pad + H, pad : pad + W]
    return {"X": dx, "w": dw, "b": db}
