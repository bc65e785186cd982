# The rows are ordered by kernel column before kernel row, and the padding is of ones.
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=1)
    Ho = (H + 2 * padding - kh) // stride + 1
    Wo = (W + 2 * padding - kw) // stride + 1
    columns = np.zeros((C, kw, kh, N, Ho, Wo), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            piece = Xp[:, :, u : u + stride * Ho : stride, v : v + stride * Wo : stride]
            columns[:, v, u] = piece.transpose(1, 0, 2, 3)
    return columns.reshape(C * kh * kw, -1)
