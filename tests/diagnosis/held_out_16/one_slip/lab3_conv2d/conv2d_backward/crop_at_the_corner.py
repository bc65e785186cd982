# the padding is cut off only at the far end (dP[..., :H, :W]), so dX is shifted by the padding
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, _, H, W = X.shape
    O, _, KH, KW = w.shape
    widths = [(0, 0)] * 2 + [(padding, padding)] * 2
    P = np.pad(X, widths).astype(np.float64)
    H_out = (H + 2 * padding - KH) // stride + 1
    W_out = (W + 2 * padding - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    dP = np.zeros(P.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for o in range(O):
            for i in range(H_out):
                for j in range(W_out):
                    y, x = i * stride, j * stride
                    dP[n, :, y : y + KH, x : x + KW] += dA[n, o, i, j] * w[o]
                    dw[o] += dA[n, o, i, j] * P[n, :, y : y + KH, x : x + KW]
    return {"X": dP[:, :, :H, :W].copy(), "w": dw, "b": np.sum(dA, axis=(0, 2, 3), dtype=float)}
