# The rows are ordered by kernel row, kernel column, channel, as in a framework with channels last.
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    image = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    image = image.transpose(0, 2, 3, 1)
    Ho, Wo = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    M = np.empty((kh * kw * C, N * Ho * Wo), dtype=X.dtype)
    q = 0
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                top, left = i * stride, j * stride
                M[:, q] = image[n, top : top + kh, left : left + kw, :].reshape(-1)
                q += 1
    return M
