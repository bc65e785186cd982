# For dX the upstream gradient and the filters are summed over the filters first and only then multiplied, so every filter meets every map.
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
    O, _, KH, KW = w.shape
    Xp = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    HO = (Xp.shape[2] - KH) // stride + 1
    WO = (Xp.shape[3] - KW) // stride + 1
    dA = np.ones((N, O, HO, WO)) if dA is None else dA
    dXp, dw = np.zeros(Xp.shape), np.zeros(w.shape)
    all_filters = w.sum(axis=0)
    for n in range(N):
        for i in range(HO):
            for j in range(WO):
                rows = slice(stride * i, stride * i + KH)
                cols = slice(stride * j, stride * j + KW)
                dXp[n, :, rows, cols] += all_filters * dA[n, :, i, j].sum()
                dw += Xp[n, :, rows, cols] * dA[n, :, i, j][:, None, None, None]
    dX = dXp[:, :, padding : padding + H, padding : padding + W].copy()
    return {"X": dX, "w": dw, "b": np.sum(dA, axis=(0, 2, 3), dtype=float)}
