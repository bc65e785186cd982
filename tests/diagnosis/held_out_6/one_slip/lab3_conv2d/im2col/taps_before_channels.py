# wrong: the rows are ordered by kernel row, kernel column, channel
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = []
    for n in range(N):
        for top in range(0, H + 2 * padding - kh + 1, stride):
            for left in range(0, W + 2 * padding - kw + 1, stride):
                patch = Xp[n, :, top : top + kh, left : left + kw]
                cols.append(patch.transpose(1, 2, 0).flatten())
    return np.array(cols).T
