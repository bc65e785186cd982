"""
Idea: On the way back it does not matter which way round the filter lies.
Hint: Which weight does a pixel meet in the first window that covers it, and in the last? In a
    convolution of dA the filter is turned; where each window hands back its share, w lies as it is.
Family: orientation
Fails: test_conv_backward_X, test_conv_backward_sizes_X, test_conv_backward_kinds,
    test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((rows, columns)) if dA is None else dA
    P = np.pad(np.asarray(dA, dtype=float), ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for p, q in np.ndindex(dX.shape):
        dX[p, q] = np.sum(P[p : p + KH, q : q + KW] * w)
    for u, v in np.ndindex(dw.shape):
        dw[u, v] = np.sum(dA * X[u : u + rows, v : v + columns])
    return {"X": dX, "w": dw}
