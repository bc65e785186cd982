# Right: goes through the pixels and weights and lets each collect its own sum, skipping windows that do not exist.
def conv_backward(X, w, dA=None):
    (H, W), (KH, KW) = X.shape, w.shape
    h, v = H - KH + 1, W - KW + 1
    g = np.ones((h, v)) if dA is None else dA
    dX, dw = np.zeros((H, W)), np.zeros((KH, KW))
    for p, q in np.ndindex(H, W):
        for a, b in np.ndindex(KH, KW):
            i, j = p - a, q - b
            if 0 <= i < h and 0 <= j < v:
                dX[p, q] += float(g[i, j]) * w[a, b]
                dw[a, b] += float(g[i, j]) * X[p, q]
    return {"X": dX, "w": dw}
