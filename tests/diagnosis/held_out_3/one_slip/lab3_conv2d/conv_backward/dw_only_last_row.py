# wrong: dw is set anew for each row of outputs: only the last row counts
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    H, W = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if dA is None:
        dA = np.ones((H, W))
    dX = np.zeros(X.shape)
    for i in range(H):
        dw = np.zeros(w.shape)
        for j in range(W):
            dX[i:i + kh, j:j + kw] += w * dA[i, j]
            dw += X[i:i + kh, j:j + kw] * dA[i, j]
    return {"X": dX, "w": dw}
