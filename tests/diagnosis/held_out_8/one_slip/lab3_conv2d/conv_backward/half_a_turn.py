# The filter is turned over upside down only, not left to right.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    H, W = X.shape
    oh, ow = H - kh + 1, W - kw + 1
    if dA is None:
        dA = np.ones((oh, ow))
    dw = np.zeros(w.shape)
    for u in range(kh):
        for v in range(kw):
            dw[u, v] = np.sum(dA * X[u:u + oh, v:v + ow])
    framed = np.pad(np.asarray(dA, dtype=float), ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = w[::-1]
    dX = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            dX[i, j] = np.sum(framed[i:i + kh, j:j + kw] * turned)
    return {'X': dX, 'w': dw}
