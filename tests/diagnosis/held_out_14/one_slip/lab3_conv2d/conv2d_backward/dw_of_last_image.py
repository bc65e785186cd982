# dw is set anew for each image instead of being added up, so only the last image counts
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    dX, dw, db = np.zeros(X.shape), np.zeros(w.shape), np.zeros(b.shape)
    for n in range(N):
        xp = np.pad(X[n], ((0, 0), (padding, padding), (padding, padding)))
        dxp = np.zeros(xp.shape)
        for o in range(O):
            grad = np.zeros((C, KH, KW))
            for i in range(Ho):
                for j in range(Wo):
                    r, c = i * stride, j * stride
                    grad += dA[n, o, i, j] * xp[:, r:r + KH, c:c + KW]
                    dxp[:, r:r + KH, c:c + KW] += dA[n, o, i, j] * w[o]
            dw[o] = grad
            db[o] += dA[n, o].sum()
        dX[n] = dxp[:, padding:padding + H, padding:padding + W]
    return {'X': dX, 'w': dw, 'b': db}
