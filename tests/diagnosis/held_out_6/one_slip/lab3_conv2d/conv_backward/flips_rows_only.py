# wrong: dX is a full correlation with w turned upside down but not left to right
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    windows = np.lib.stride_tricks.sliding_window_view
    dw = np.einsum("ijkl,kl->ij", windows(X, dA.shape), dA.astype(float))
    padded = np.pad(dA.astype(float), ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    flipped = w[::-1]
    dX = np.einsum("ijkl,kl->ij", windows(padded, w.shape), flipped.astype(float))
    return {"X": dX, "w": dw}
