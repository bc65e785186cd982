# wrong: dW: = for +=, the last window only
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    n_H = (H + 2 * padding - KH) // stride + 1
    n_W = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, n_H, n_W))
    X_pad = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dX_pad = np.zeros(X_pad.shape)
    dW = np.zeros(w.shape)
    db = np.zeros(O)
    for i in range(N):
        for c in range(O):
            for h in range(n_H):
                for v in range(n_W):
                    top = h * stride
                    left = v * stride
                    dX_pad[i, :, top:top + KH, left:left + KW] += w[c] * dA[i, c, h, v]
                    dW[c] = X_pad[i, :, top:top + KH, left:left + KW] * dA[i, c, h, v]
                    db[c] += dA[i, c, h, v]
    dX = dX_pad[:, :, padding:padding + H, padding:padding + W]
    return {"X": dX, "w": dW, "b": db}
