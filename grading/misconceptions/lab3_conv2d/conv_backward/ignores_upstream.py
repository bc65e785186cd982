"""
Idea: The gradient of a dot is the other factor; dA is there for later layers.
Hint: If dA is twice as large, what should happen to your gradients?
Family: upstream
Fails: test_conv_backward_X, test_conv_backward_w, test_conv_backward_kinds,
    test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(X.shape[0] - KH + 1):
        for j in range(X.shape[1] - KW + 1):
            dX[i : i + KH, j : j + KW] += w
            dw += X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
