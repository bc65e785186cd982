"""
Idea: If dA is nothing, it is ones.
Hint: Zero is something: it says that the loss does not depend on A. Ask `dA is None`.
Family: upstream
Fails: test_conv_backward_X, test_conv_backward_w
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None or not np.any(dA):
        dA = np.ones((rows, columns))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows):
        for j in range(columns):
            dX[i : i + KH, j : j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
