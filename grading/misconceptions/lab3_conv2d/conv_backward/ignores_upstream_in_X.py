"""
Idea: Pixels just collect the weights that they meet.
Hint: If dA is 0 at one window, what does that window send to its pixels?
Family: upstream
Fails: test_conv_backward_X, test_conv_backward_kinds, test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    rows, columns = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((rows, columns)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for u in range(KH):
        for v in range(KW):
            dX[u : u + rows, v : v + columns] += w[u, v]
            dw[u, v] = np.sum(dA * X[u : u + rows, v : v + columns])
    return {"X": dX, "w": dw}
