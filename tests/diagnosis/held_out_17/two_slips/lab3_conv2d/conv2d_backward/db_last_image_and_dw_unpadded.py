# db sums over the last image only; and dw reads the image padded at the far end only (shifted by padding)
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, h, v))
    dA = dA.astype(float)
    P = np.pad(X, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for n in range(N):
        db = np.zeros(O)
        for o in range(O):
            for i in range(h):
                for j in range(v):
                    g, y, x = dA[n, o, i, j], i * stride, j * stride
                    db[o] += g
                    dw[o] += g * P[n, :, y:y + KH, x:x + KW]
                    dP[n, :, y:y + KH, x:x + KW] += g * w[o]
    return {'X': dP[:, :, padding:padding + H, padding:padding + W], 'w': dw, 'b': db}
