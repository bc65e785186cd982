# wrong: db is the mean over the images, not the sum
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, h, v))
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            rr, cc = i * stride, j * stride
            dw += np.einsum('no,ncij->ocij', dA[:, :, i, j], Xp[:, :, rr:rr + KH, cc:cc + KW])
            dXp[:, :, rr:rr + KH, cc:cc + KW] += np.einsum('no,ocij->ncij', dA[:, :, i, j], w)
    dX = dXp[:, :, padding:padding + H, padding:padding + W]
    return {'X': dX, 'w': dw, 'b': dA.sum(axis=(2, 3)).mean(axis=0)}
