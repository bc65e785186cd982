# The filters are turned round, and the biases are never added.
def conv2d_forward(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    kernel = w[:, :, ::-1, ::-1]
    KH, KW = w.shape[2], w.shape[3]
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, Xp.shape[2] - KH + 1, stride)
    cols = range(0, Xp.shape[3] - KW + 1, stride)
    A = np.zeros((len(X), len(w), len(rows), len(cols)))
    for a, r in enumerate(rows):
        for e, c in enumerate(cols):
            A[:, :, a, e] = np.tensordot(Xp[:, :, r : r + KH, c : c + KW], kernel, ([1, 2, 3],) * 2)
    return A
