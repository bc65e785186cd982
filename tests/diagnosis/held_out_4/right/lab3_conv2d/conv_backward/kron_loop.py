# right
def conv_backward(X, w, dA=None):
    H, W = X.shape
    KH, KW = w.shape
    g = np.ones((H - KH + 1, W - KW + 1)) if dA is None else np.asarray(dA, float)
    big = np.zeros((H + KH - 1, W + KW - 1))
    big[KH - 1 : H, KW - 1 : W] = g
    dX = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            dX[i, j] = np.vdot(big[i : i + KH, j : j + KW], w[::-1, ::-1])
    view = np.lib.stride_tricks.sliding_window_view(X, g.shape)
    return {"X": dX, "w": np.einsum("klij,ij->kl", view, g)}
