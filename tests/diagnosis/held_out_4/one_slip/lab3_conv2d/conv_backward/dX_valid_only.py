# wrong: dX is the valid correlation of dA with the filter: too small and not padded
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if dA is None:
        dA = np.ones((oh, ow))
    dA = dA.astype(float)
    dw = np.zeros((kh, kw))
    for r in range(kh):
        for c in range(kw):
            dw[r, c] = (X[r : r + oh, c : c + ow] * dA).sum()
    dX = []
    for r in range(oh - kh + 1):
        row = []
        for c in range(ow - kw + 1):
            row.append((dA[r : r + kh, c : c + kw] * w).sum())
        dX.append(row)
    return {"X": np.array(dX), "w": dw}
