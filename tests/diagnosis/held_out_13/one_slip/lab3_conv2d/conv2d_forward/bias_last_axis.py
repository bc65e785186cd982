# The biases are broadcast along the last axis, so they belong to columns, not to filters.
def conv2d_forward(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    p = padding
    Xp = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    view = np.lib.stride_tricks.sliding_window_view(Xp, w.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    maps = np.einsum("ncijuv,ocuv->noij", view, w)
    return maps + b
