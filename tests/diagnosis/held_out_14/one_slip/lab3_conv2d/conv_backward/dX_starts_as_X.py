# dX starts as a copy of X instead of zeros, so the image itself is in the gradient
def conv_backward(X, w, dA=None):
    dX = X.astype(np.float64)
    dw = np.zeros(w.shape, dtype=np.float64)
    rows, cols = X.shape[0] - len(w) + 1, X.shape[1] - len(w[0]) + 1
    for i in range(rows):
        for j in range(cols):
            up = 1.0 if dA is None else dA[i, j]
            dw += up * X[i:i + len(w), j:j + len(w[0])]
            dX[i:i + len(w), j:j + len(w[0])] += up * w
    return dict(X=dX, w=dw)
