"""
Idea: dA is mine to write into.
Hint: Whose array is dA, and might somebody need it after you?
Family: memory
Fails: test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((rows, columns)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows):
        for j in range(columns):
            dX[i : i + KH, j : j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
            dA[i, j] = 0
    return {"X": dX, "w": dw}
