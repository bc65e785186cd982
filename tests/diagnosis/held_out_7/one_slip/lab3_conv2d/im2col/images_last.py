# the columns are ordered by place, then by image
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = (H - kh + 2 * padding) // stride + 1
    Wo = (W - kw + 2 * padding) // stride + 1
    cols = []
    for i in range(Ho):
        for j in range(Wo):
            for n in range(N):
                y, x = i * stride, j * stride
                cols.append(Xp[n, :, y : y + kh, x : x + kw].ravel())
    return np.array(cols).T
