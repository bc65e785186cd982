# the filter is reversed top to bottom only, not left to right, in the full convolution for dX
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    sw = np.lib.stride_tricks.sliding_window_view
    if dA is None:
        dA = np.ones((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    dA = dA.astype(np.float64)
    wide = np.pad(dA, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    dX = np.einsum("pquv,uv->pq", sw(wide, (KH, KW)), w[::-1])
    dw = np.einsum("uvij,ij->uv", sw(X.astype(np.float64), dA.shape), dA)
    return {"X": dX, "w": dw}
