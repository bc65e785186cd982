# Each window is a row of the matrix, not a column.
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(Xp, (kh, kw), axis=(2, 3))
    v = v[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    n, ho, wo, c = v.shape[:4]
    return v.reshape(n * ho * wo, c * kh * kw).copy()
