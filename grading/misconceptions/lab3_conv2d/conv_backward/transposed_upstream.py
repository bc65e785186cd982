"""
Idea: dA[j, i] is the gradient at column j and row i.
Hint: Is the first index of dA the row or the column?
Family: orientation
Fails: test_conv_backward_X, test_conv_backward_w, test_conv_backward_kinds,
    test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((columns, rows)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows):
        for j in range(columns):
            dX[i : i + KH, j : j + KW] += dA[j, i] * w
            dw += dA[j, i] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
