# db adds up over the places of a map, but takes the first image instead of the sum over images.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    (N, C, H, W), (O, _, KH, KW) = X.shape, w.shape
    HO = (H - KH + 2 * padding) // stride + 1
    WO = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, HO, WO))
    dA = dA.astype(np.float64)
    P = np.pad(X.astype(np.float64), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    db = np.array([dA[0, o].sum() for o in range(O)])
    for i in range(HO):
        for j in range(WO):
            here = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            g = dA[:, :, i, j]
            dw += np.einsum("no,ncuv->ocuv", g, P[here])
            dP[here] += np.einsum("no,ocuv->ncuv", g, w)
    return {"X": dP[:, :, padding : padding + H, padding : padding + W].copy(), "w": dw, "b": db}
