# the upstream gradient is padded by KH - 1 on all four sides, so with a filter that is not square dX has the wrong width
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    dA = dA.astype(np.float64)
    big = np.pad(dA, kh - 1)
    swv = np.lib.stride_tricks.sliding_window_view
    dX = np.einsum("ijuv,uv->ij", swv(big, (kh, kw)), w[::-1, ::-1].astype(float))
    dw = np.einsum("uvij,ij->uv", swv(X.astype(float), dA.shape), dA)
    return {"X": dX, "w": dw}
