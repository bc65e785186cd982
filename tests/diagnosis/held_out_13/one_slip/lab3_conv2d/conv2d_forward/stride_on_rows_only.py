# The stride is applied to the rows only, along the columns the window moves one pixel at a time.
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
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    Xp = np.pad(X, pad)
    H_out = 1 + (H + 2 * padding - KH) // stride
    W_out = 1 + (W + 2 * padding - KW) // stride
    out = np.zeros((N, O, H_out, W_out))
    for n in range(N):
        for o in range(O):
            for i in range(H_out):
                for j in range(W_out):
                    top, left = i * stride, j
                    patch = Xp[n, :, top : top + KH, left : left + KW]
                    out[n, o, i, j] = (patch * w[o]).sum() + b[o]
    return out
