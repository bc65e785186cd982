# For dw each window is multiplied by the sum of the whole upstream gradient in place of its own entry dA[i, j].
def conv_backward(X, w, dA=None):
    H, W = X.shape
    KH, KW = w.shape
    out_h, out_w = H - KH + 1, W - KW + 1
    if dA is None:
        dA = np.ones((out_h, out_w))
    dA = dA.astype(float)
    dX = np.zeros((H, W))
    dw = np.zeros((KH, KW))
    for i in range(out_h):
        for j in range(out_w):
            dX[i:i + KH, j:j + KW] += dA[i, j] * w
            dw += dA.sum() * X[i:i + KH, j:j + KW]
    return {"X": dX, "w": dw}
