# two slips: db is the mean of the upstream gradient instead of its sum, and the shares for dX are put down at (i, j) instead of (i * stride, j * stride)
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    p, s = padding, stride
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X.astype(np.float64), ((0, 0), (0, 0), (p, p), (p, p)))
    h, v = (P.shape[2] - KH) // s + 1, (P.shape[3] - KW) // s + 1
    g = np.ones((N, O, h, v)) if dA is None else dA.astype(np.float64)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for i in range(h):
                for j in range(v):
                    dP[n, :, i : i + KH, j : j + KW] += g[n, o, i, j] * w[o]
                    dw[o] += g[n, o, i, j] * P[n, :, i * s : i * s + KH, j * s : j * s + KW]
    return {"X": dP[:, :, p : p + H, p : p + W].copy(), "w": dw, "b": g.mean(axis=(0, 2, 3))}
