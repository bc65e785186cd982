# db is the mean of dA over images, rows and columns instead of the sum
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p, s = padding, stride
    Ho, Wo = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    dA = np.ones((N, O, Ho, Wo)) if dA is None else np.asarray(dA, dtype=float)
    Xp = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    for u in range(KH):
        for v in range(KW):
            ys, xs = slice(u, u + s * (Ho - 1) + 1, s), slice(v, v + s * (Wo - 1) + 1, s)
            dw[:, :, u, v] = np.einsum('nohw,nchw->oc', dA, Xp[:, :, ys, xs])
            dXp[:, :, ys, xs] += np.einsum('nohw,oc->nchw', dA, w[:, :, u, v])
    return {'X': dXp[:, :, p:p + H, p:p + W], 'w': dw, 'b': dA.mean(axis=(0, 2, 3))}
