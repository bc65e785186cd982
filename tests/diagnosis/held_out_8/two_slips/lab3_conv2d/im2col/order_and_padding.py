# The channels vary fastest in the rows, and the image is padded at the near side only.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Ho = (H - kh + 2 * padding) // stride + 1
    Wo = (W - kw + 2 * padding) // stride + 1
    before, after = (2 * padding, 0)
    Xp = np.pad(X, ((0, 0), (0, 0), (before, after), (before, after)))
    out = np.zeros((C * kh * kw, N * Ho * Wo), dtype=X.dtype)
    col = 0
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                window = Xp[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                out[:, col] = window.transpose(1, 2, 0).ravel()
                col += 1
    return out
