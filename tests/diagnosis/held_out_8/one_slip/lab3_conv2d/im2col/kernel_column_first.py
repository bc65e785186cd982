# Within a channel the rows are ordered by kernel column, then kernel row.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    Xp[:, :, padding:padding + H, padding:padding + W] = X
    Ho = (H - kh + 2 * padding) // stride + 1
    Wo = (W - kw + 2 * padding) // stride + 1
    taps = [(i, j) for i in range(kh) for j in range(kw)]
    taps = [(i, j) for j in range(kw) for i in range(kh)]
    out = []
    for c in range(C):
        for i, j in taps:
            part = Xp[:, c, i:i + stride * Ho:stride, j:j + stride * Wo:stride]
            out.append(part[:, :Ho, :Wo].reshape(-1))
    return np.stack(out)
