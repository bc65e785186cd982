# wrong: dX is a full correlation with the filter as it is: not turned
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    H, W = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((H, W)) if dA is None else dA.astype(float)
    padded = np.pad(dA, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (KH, KW))
    dX = np.einsum('hwij,ij->hw', windows, w.astype(float))
    dw = np.einsum('ijhw,hw->ij', np.lib.stride_tricks.sliding_window_view(X, (H, W)), dA)
    return {'X': dX, 'w': dw.astype(float)}
