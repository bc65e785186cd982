# db is summed over the places of the first image only.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    kh, kw = w.shape[2:]
    H, W = X.shape[2:]
    h = (H - kh + 2 * padding) // stride + 1
    v = (W - kw + 2 * padding) // stride + 1
    dA = np.ones((len(X), len(w), h, v)) if dA is None else np.asarray(dA, float)
    Xp = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    for y in range(kh):
        for x in range(kw):
            rows = slice(y, y + (h - 1) * stride + 1, stride)
            cols = slice(x, x + (v - 1) * stride + 1, stride)
            dw[:, :, y, x] = np.einsum('nohw,nchw->oc', dA, Xp[:, :, rows, cols])
            dXp[:, :, rows, cols] += np.einsum('nohw,oc->nchw', dA, w[:, :, y, x])
    return {
        'X': dXp[:, :, padding:padding + H, padding:padding + W].copy(),
        'w': dw,
        'b': dA.sum(axis=(2, 3))[0],
    }
