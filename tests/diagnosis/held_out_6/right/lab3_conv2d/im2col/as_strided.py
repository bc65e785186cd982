# right
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding), X.dtype)
    P[:, :, padding : padding + H, padding : padding + W] = X
    Ho, Wo = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    n, c, h, v = P.strides
    blocks = np.lib.stride_tricks.as_strided(
        P, (C, kh, kw, N, Ho, Wo), (c, h, v, n, h * stride, v * stride)
    )
    return blocks.reshape(C * kh * kw, N * Ho * Wo).copy()
