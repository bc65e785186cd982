# db is a mean over the batch, dX is overwritten where windows overlap.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P, S = padding, stride
    H_out, W_out = (H - KH + 2 * P) // S + 1, (W - KW + 2 * P) // S + 1
    dA = np.ones((N, O, H_out, W_out)) if dA is None else dA
    Xp = np.pad(X, ((0, 0), (0, 0), (P, P), (P, P)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = dA.sum(axis=(0, 2, 3), dtype=float) / N
    for i in range(H_out):
        for j in range(W_out):
            g = dA[:, :, i, j]
            ys, xs = slice(i * S, i * S + KH), slice(j * S, j * S + KW)
            dw += np.einsum('no,nchw->ochw', g, Xp[:, :, ys, xs])
            dXp[:, :, ys, xs] = np.einsum('no,ochw->nchw', g, w)
    return {'X': dXp[:, :, P:P + H, P:P + W].copy(), 'w': dw, 'b': db}
