"""Idea: Any array of ones will do where dA is not given.
Hint: Which shape has the map of a tall image? Try 7×4 pixels without an upstream gradient.
Family: axes
Fails: test_conv_backward_sizes_X, test_conv_backward_sizes_w
"""


def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    H, W = X.shape
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((W - KW + 1, H - KH + 1))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            dX[i : i + KH, j : j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
