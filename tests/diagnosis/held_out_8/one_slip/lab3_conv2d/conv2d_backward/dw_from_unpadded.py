# dw reads the image without its padding.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(float)
    Ho, Wo = (Xp.shape[2] - KH) // stride + 1, (Xp.shape[3] - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    source = X
    dXp, dw = np.zeros_like(Xp), np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            a, c = i * stride, j * stride
            dw += np.tensordot(dA[:, :, i, j], source[:, :, a:a + KH, c:c + KW], axes=(0, 0))
            dXp[:, :, a:a + KH, c:c + KW] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
    return {'X': dXp[:, :, padding:padding + H, padding:padding + W] + 0,
            'w': dw, 'b': np.sum(dA, axis=(0, 2, 3), dtype=float)}
