"""
Idea: If there is one window, the gradient of X is w itself.
Hint: What happens to the caller's filter when the caller changes your gradient?
Family: memory
Fails: test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None and rows == columns == 1:
        return {"X": np.asarray(w, dtype=float), "w": np.asarray(X, dtype=float)}
    dA = np.ones((rows, columns)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows):
        for j in range(columns):
            dX[i : i + KH, j : j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
