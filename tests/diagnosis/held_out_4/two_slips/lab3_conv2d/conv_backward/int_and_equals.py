# wrong: dX is assigned, not added; dw forgets dA
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    OH, OW = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((OH, OW))
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for r in range(OH):
        for c in range(OW):
            dX[r : r + KH, c : c + KW] = dA[r, c] * w
            dw += X[r : r + KH, c : c + KW]
    return {"X": dX, "w": dw}
