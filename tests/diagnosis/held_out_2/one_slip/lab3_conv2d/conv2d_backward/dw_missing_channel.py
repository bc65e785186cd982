# wrong: dw uses the first channel of X for all channels
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    dA = np.ones((N, O, h, v)) if dA is None else dA
    dXp, dw, db = np.zeros(Xp.shape), np.zeros(w.shape), np.zeros(O)
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for i in range(h):
                    for j in range(v):
                        g = dA[n, o, i, j]
                        y, x = i * stride, j * stride
                        dw[o, c] += g * Xp[n, 0, y:y + KH, x:x + KW]
                        dXp[n, c, y:y + KH, x:x + KW] += g * w[o, c]
            db[o] += dA[n, o].sum()
    return {'X': dXp[:, :, padding:padding + H, padding:padding + W], 'w': dw, 'b': db}
