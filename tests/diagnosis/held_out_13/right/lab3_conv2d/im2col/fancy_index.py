# right: one gather by broadcast indices of six axes, with the axes already in the right order.
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    Xp = np.pad(X, [(0, 0)] * 2 + [(padding, padding)] * 2)
    Ho, Wo = (Xp.shape[2] - kh) // stride + 1, (Xp.shape[3] - kw) // stride + 1
    c, u, v, n, i, j = np.ogrid[:C, :kh, :kw, :N, :Ho, :Wo]
    return Xp[n, c, i * stride + u, j * stride + v].reshape(C * kh * kw, N * Ho * Wo)
