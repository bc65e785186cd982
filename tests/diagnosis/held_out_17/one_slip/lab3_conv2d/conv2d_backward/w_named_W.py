# the gradient of the filters is returned under the key 'W' instead of 'w'
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding:padding + H, padding:padding + W] = X
    ho, wo = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    dA = np.ones((N, O, ho, wo)) if dA is None else dA.astype(float)
    gx, gw = np.zeros_like(xp), np.zeros(w.shape)
    for i in range(ho):
        for j in range(wo):
            sl = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            gx[sl] += np.einsum('no,ocuv->ncuv', dA[:, :, i, j], w)
            gw += np.einsum('no,ncuv->ocuv', dA[:, :, i, j], xp[sl])
    return {'X': gx[:, :, padding:padding + H, padding:padding + W], 'W': gw, 'b': dA.sum((0, 2, 3))}
