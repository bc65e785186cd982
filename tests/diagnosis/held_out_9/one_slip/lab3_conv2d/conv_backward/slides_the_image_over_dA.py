# dw calls conv_forward(dA, X), with the arguments the wrong way round: the filter is too large.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    full = np.pad(dA.astype(float), ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    dX = conv_forward(full, w[::-1, ::-1])
    dw = conv_forward(dA.astype(float), X)
    return {"X": dX, "w": dw}
