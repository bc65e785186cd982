# The columns are ordered by place first and image last: all images of a window stand side by side.
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = []
    for i in range(0, Xp.shape[2] - kh + 1, stride):
        for j in range(0, Xp.shape[3] - kw + 1, stride):
            for n in range(N):
                cols.append(Xp[n, :, i : i + kh, j : j + kw].ravel())
    return np.array(cols).T
