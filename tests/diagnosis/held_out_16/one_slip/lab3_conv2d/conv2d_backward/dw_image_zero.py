# dw reads the windows of image 0 for every image of the batch
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    s, p = stride, padding
    N, C, H, W = X.shape
    O, KH, KW = len(w), w.shape[2], w.shape[3]
    P = np.zeros((N, C, H + 2 * p, W + 2 * p))
    P[:, :, p : p + H, p : p + W] = X
    h = (H + 2 * p - KH) // s + 1
    v = (W + 2 * p - KW) // s + 1
    if dA is None:
        dA = np.ones((N, O, h, v))
    dP, dw, db = np.zeros(P.shape), np.zeros(w.shape), np.zeros(O)
    for n in range(N):
        for o in range(O):
            db[o] += dA[n, o].sum()
            for u in range(KH):
                for q in range(KW):
                    rows, cols = slice(u, u + s * h, s), slice(q, q + s * v, s)
                    rows, cols = np.arange(h) * s + u, np.arange(v) * s + q
                    for c in range(C):
                        dP[n, c, rows[:, None], cols] += dA[n, o] * w[o, c, u, q]
                        dw[o, c, u, q] += np.sum(dA[n, o] * P[0, c, rows[:, None], cols])
    return {"X": dP[:, :, p : p + H, p : p + W].copy(), "w": dw, "b": db}
