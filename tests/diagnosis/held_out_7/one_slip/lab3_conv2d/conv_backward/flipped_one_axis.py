# for the full convolution the filter is turned round in its rows only
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    G = np.ones((oh, ow)) if dA is None else dA.astype(float)
    dw = conv_forward(X.astype(float), G)
    padded = np.pad(G, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    dX = conv_forward(padded, w[::-1].astype(float))
    return {"X": dX, "w": dw}
