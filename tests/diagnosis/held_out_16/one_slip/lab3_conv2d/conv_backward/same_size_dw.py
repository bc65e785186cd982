# dw is the correlation of X with the upstream gradient turned by 180 degrees, where the upstream gradient should not be turned
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    h, v = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((h, v)) if dA is None else np.array(dA, dtype=float)
    full = np.pad(dA, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    dX = conv_forward(full, w[::-1, ::-1])
    dw = conv_forward(X.astype(float), dA[::-1, ::-1])
    return {"X": dX, "w": dw}
