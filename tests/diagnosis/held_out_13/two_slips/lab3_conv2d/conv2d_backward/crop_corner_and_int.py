# Of the padded gradient the top left corner is kept instead of the middle, and dX is allocated in the dtype of X, so that integers are cut off.
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
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = (Xp.shape[2] - KH) // stride + 1
    Wo = (Xp.shape[3] - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, Ho, Wo))
    dXp = np.zeros_like(Xp)
    dw = np.zeros(w.shape)
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                y, x = i * stride, j * stride
                for o in range(O):
                    dw[o] += dA[n, o, i, j] * Xp[n, :, y : y + KH, x : x + KW]
                    dXp[n, :, y : y + KH, x : x + KW] += (dA[n, o, i, j] * w[o]).astype(dXp.dtype)
    db = np.einsum("noij->o", dA * 1.0)
    return {"X": dXp[:, :, :H, :W].astype(float), "w": dw, "b": db}
