# dX is collected with np.add.at on broadcast index grids, directly in the unpadded image with a mask for the border
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    r = (np.arange((H - KH + 2 * padding) // stride + 1) * stride - padding)[:, None] + np.arange(KH)
    c = (np.arange((W - KW + 2 * padding) // stride + 1) * stride - padding)[:, None] + np.arange(KW)
    g = np.ones((N, O, len(r), len(c))) if dA is None else np.asarray(dA, dtype=np.float64)
    inside = ((r >= 0) & (r < H))[:, None, :, None] & ((c >= 0) & (c < W))[None, :, None, :]
    rows = np.clip(r, 0, H - 1)[:, None, :, None]
    cols = np.clip(c, 0, W - 1)[None, :, None, :]
    shares = np.einsum('noij,ocuv->ncijuv', g, w) * inside
    dX = np.zeros(X.shape)
    np.add.at(dX, (slice(None), slice(None), rows, cols), shares)
    dw = np.einsum('noij,ncijuv->ocuv', g, X[:, :, rows, cols] * inside)
    return {'X': dX, 'w': dw, 'b': np.einsum('noij->o', g)}
