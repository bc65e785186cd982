# Writes dX with = in the loop, so that of a pixel's many uses only the last one counts.
def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    KH, KW = w.shape
    HO, WO = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((HO, WO)) if dA is None else dA
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(HO):
        for j in range(WO):
            g = dot_backward(X[i : i + KH, j : j + KW], w, dA[i, j])
            dX[i : i + KH, j : j + KW] = g["x"]
            dw += g["w"]
    return {"X": dX, "w": dw}
