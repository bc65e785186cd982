# db is only the corner dA[:, :, 0, 0] summed over the images, not all places
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    s, p = stride, padding
    H2, W2 = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
    dA = np.ones((N, O, H2, W2)) if dA is None else dA.astype(np.float64)
    P = np.zeros((N, C, H + 2 * p, W + 2 * p))
    P[:, :, p:p + H, p:p + W] = X
    dP = np.zeros_like(P)
    dw = np.zeros(w.shape)
    for i in range(H2):
        for j in range(W2):
            box = np.s_[:, :, i * s:i * s + KH, j * s:j * s + KW]
            dP[box] += np.tensordot(dA[:, :, i, j], w, 1)
            dw += np.tensordot(dA[:, :, i, j].T, P[box], 1)
    db = np.sum(dA[:, :, 0, 0], axis=0)
    return {'X': dP[:, :, p:p + H, p:p + W].copy(), 'w': dw, 'b': db}
