# dA is padded by KH - 1 on both axes, also where the width of the filter counts.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    h, v = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((h, v))
    wide = np.pad(dA.astype(float), KH - 1)
    turned = w[::-1, ::-1]
    dX = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            part = wide[i:i + KH, j:j + KW]
            dX[i, j] = (part * turned[:part.shape[0], :part.shape[1]]).sum()
    dw = np.array([[(X[a:a + h, b:b + v] * dA).sum() for b in range(KW)] for a in range(KH)])
    return {"X": dX, "w": dw.astype(float)}
