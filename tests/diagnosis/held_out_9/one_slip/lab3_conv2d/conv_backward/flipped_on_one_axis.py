# The full convolution flips the filter's rows, not its columns.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    dA = np.ones((oh, ow)) if dA is None else np.array(dA, dtype=float)
    wide = np.pad(dA, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = np.flipud(w)
    dX = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            dX[i, j] = (wide[i:i + kh, j:j + kw] * turned).sum()
    dw = np.array([[(X[a:a + oh, b:b + ow] * dA).sum() for b in range(kw)] for a in range(kh)], dtype=float)
    return {"X": dX, "w": dw}
