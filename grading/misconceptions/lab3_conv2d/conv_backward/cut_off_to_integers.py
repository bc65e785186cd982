"""
Idea: A gradient has the dtype of what it is the gradient of.
Hint: Steps of a gradient are rarely whole, even where the pixels are.
Family: number types
Fails: test_conv_backward_kinds
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
    return {"X": dX.astype(X.dtype), "w": dw.astype(w.dtype)}
