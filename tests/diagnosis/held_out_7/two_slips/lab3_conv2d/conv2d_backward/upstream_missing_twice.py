# neither dw nor db is multiplied by the upstream gradient
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P[:, :, padding : padding + H, padding : padding + W] = X
    dP, dw, db = np.zeros(P.shape), np.zeros(w.shape), np.zeros(b.shape)
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    sl = np.s_[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
                    dP[sl] += dA[n, o, i, j] * w[o]
                    dw[o] += P[sl]
                    db[o] += 1
    return {"X": dP[:, :, padding : padding + H, padding : padding + W].copy(), "w": dw, "b": db}
