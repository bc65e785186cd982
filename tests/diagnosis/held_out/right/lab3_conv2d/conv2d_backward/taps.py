# right
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    g = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    P = np.pad(X.astype(float), [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    dP, dw = np.zeros_like(P), np.zeros(w.shape)
    for i in range(KH):
        for j in range(KW):
            at = np.s_[:, :, i:i + stride * h:stride, j:j + stride * v:stride]
            part = P[at][:, :, :h, :v]
            dw[:, :, i, j] = np.einsum('nohw,nchw->oc', g, part)
            dP[at] += np.einsum('nohw,oc->nchw', g, w[:, :, i, j])
    return {'X': dP[:, :, padding:H + padding, padding:W + padding], 'w': dw, 'b': np.add.reduce(g, axis=(0, 2, 3))}
