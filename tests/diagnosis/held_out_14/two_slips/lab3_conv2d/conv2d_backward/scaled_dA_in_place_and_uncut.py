# dA is divided by N in place, so the caller's dA is changed and the gradients are means over the batch; the padding is never cut off dX
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    Ho, Wo = (H - KH) // stride + 1, (W - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    if dA.dtype.kind != 'f':
        dA = dA.astype(float)
    dA /= N
    dX, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            rows, cols = slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW)
            dX[:, :, rows, cols] += np.einsum('no,ocuv->ncuv', dA[:, :, i, j], w)
            dw += np.einsum('no,ncuv->ocuv', dA[:, :, i, j], P[:, :, rows, cols])
    return {'X': dX, 'w': dw, 'b': dA.sum(axis=(0, 2, 3), dtype=float)}
