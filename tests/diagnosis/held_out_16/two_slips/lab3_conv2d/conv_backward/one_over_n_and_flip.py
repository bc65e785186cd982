# two slips: dX uses the filter turned by 180 degrees inside the window, and dw is divided by the number of windows
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    rows, cols = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if dA is None:
        dA = np.ones((rows, cols))
    turned = np.flip(w)
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows):
        for j in range(cols):
            dX[i : i + kh, j : j + kw] += float(dA[i, j]) * turned
            dw += float(dA[i, j]) * X[i : i + kh, j : j + kw]
    return {"X": dX, "w": dw / (rows * cols)}
