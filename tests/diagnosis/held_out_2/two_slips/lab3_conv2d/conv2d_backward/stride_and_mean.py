# wrong: windows of dX are not strided; dw is divided by the number of images
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    pw = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    Xp = np.pad(X.astype(float), pw)
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, h, v))
    dXp, dw = np.zeros_like(Xp), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            g = dA[:, :, i, j]
            dXp[:, :, i:i + KH, j:j + KW] += np.tensordot(g, w, axes=1)
            dw += np.tensordot(g.T, Xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW], axes=1) / N
    return {'X': dXp[:, :, padding:padding + H, padding:padding + W], 'w': dw, 'b': dA.sum((0, 2, 3))}
