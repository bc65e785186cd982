# for dX the filter is turned in its rows only (w[::-1]), not in its columns
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    P = np.pad(dA * 1.0, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    turned = w[::-1]
    dX = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            dX[i, j] = np.sum(P[i:i + KH, j:j + KW] * turned)
    h, v = dA.shape
    dw = np.array([[np.sum(X[a:a + h, c:c + v] * dA) for c in range(KW)] for a in range(KH)], dtype=float)
    return {'X': dX, 'w': dw}
