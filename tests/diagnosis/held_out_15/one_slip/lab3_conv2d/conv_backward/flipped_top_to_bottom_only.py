# In the full convolution for dX the filter is reversed from top to bottom only and not from left to right.
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    H, W = X.shape
    if dA is None:
        dA = np.ones((H - kh + 1, W - kw + 1))
    around = np.pad(np.asarray(dA, float), ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    flipped = w[::-1]
    view = np.lib.stride_tricks.sliding_window_view
    dX = np.einsum("ijuv,uv->ij", view(around, (kh, kw)), flipped)
    dw = np.einsum("uvij,ij->uv", view(X, dA.shape), dA).astype(float)
    return {"X": dX, "w": dw}
