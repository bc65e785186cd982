"""
Idea: Images and filters are square.
Hint: Read height and width separately.
Family: axes
Fails: test_conv_backward_sizes_X, test_conv_backward_sizes_w
"""


def conv_backward(X, w, dA=None):
    n, k = len(X), len(w)
    dA = np.ones((n - k + 1, n - k + 1)) if dA is None else dA
    dX, dw = np.zeros((n, n)), np.zeros((k, k))
    for i in range(n - k + 1):
        for j in range(n - k + 1):
            dX[i : i + k, j : j + k] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + k, j : j + k]
    return {"X": dX, "w": dw}
