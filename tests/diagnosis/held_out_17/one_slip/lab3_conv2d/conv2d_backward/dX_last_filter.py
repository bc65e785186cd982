# dX is assigned per filter (=) inside the loop over the filters with a fresh buffer, so only the last filter's share stays in dX
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H + 2 * padding - KH) // stride + 1
    Wo = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dw = np.zeros(w.shape)
    db = np.zeros(O)
    for o in range(O):
        dXp = np.zeros(Xp.shape)
        for i in range(Ho):
            for j in range(Wo):
                y, x = i * stride, j * stride
                g = dA[:, o, i, j].reshape(N, 1, 1, 1)
                dXp[:, :, y:y + KH, x:x + KW] += g * w[o]
                dw[o] += (g * Xp[:, :, y:y + KH, x:x + KW]).sum(axis=0)
                db[o] += g.sum()
    return {'X': dXp[:, :, padding:padding + H, padding:padding + W], 'w': dw, 'b': db}
