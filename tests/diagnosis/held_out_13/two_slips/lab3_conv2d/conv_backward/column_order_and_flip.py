# For dX the upstream gradient is read column by column while the loop goes row by row, and dw has the shape of the filter turned round (dw[::-1, ::-1]).
def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    KH, KW = w.shape
    Ho, Wo = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((Ho, Wo))
    dX = np.zeros(X.shape)
    upstream = iter(dA.flatten(order="F"))
    for i in range(Ho):
        for j in range(Wo):
            dX[i : i + KH, j : j + KW] += next(upstream) * w
    dw = conv_forward(X * 1.0, dA * 1.0)
    return {"X": dX, "w": dw[::-1, ::-1].copy()}
