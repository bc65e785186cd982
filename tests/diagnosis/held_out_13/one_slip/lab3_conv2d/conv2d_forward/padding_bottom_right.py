# All of the padding is put at the bottom and at the right, none at the top and left.
def conv2d_forward(X, w, b, stride=1, padding=0):
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
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P[:, :, :H, :W] = X
    HO, WO = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    out = np.empty((N, O, HO, WO))
    for i in range(HO):
        for j in range(WO):
            win = P[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.einsum("ncuv,ocuv->no", win, w)
    return out + b.reshape(1, -1, 1, 1)
