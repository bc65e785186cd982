# wrong: dw is the mean over the images, not the sum
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                top, left = i * stride, j * stride
                for o in range(O):
                    g = dA[n, o, i, j]
                    dXp[n, :, top : top + KH, left : left + KW] += g * w[o]
                    dw[o] += g * Xp[n, :, top : top + KH, left : left + KW] / N
                    db[o] += g
    dX = dXp[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": db}
