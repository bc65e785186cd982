# wrong: dX without rotating the filter; dw turned by 180 degrees
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    dA = np.ones((oh, ow)) if dA is None else dA.astype(float)
    frame = np.zeros((oh + 2 * kh - 2, ow + 2 * kw - 2))
    frame[kh - 1:kh - 1 + oh, kw - 1:kw - 1 + ow] = dA
    see = np.lib.stride_tricks.sliding_window_view
    dX = np.einsum("ijkl,kl->ij", see(frame, (kh, kw)), w.astype(float))
    dw = np.einsum("ijkl,kl->ij", see(X.astype(float), (oh, ow)), dA)
    return {"w": dw[::-1, ::-1], "X": dX}
