# The rows are ordered by kernel row, kernel column, channel, with the channel running fastest, in place of channel first.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    columns = []
    for n in range(N):
        for top in range(0, H + 2 * padding - kh + 1, stride):
            for left in range(0, W + 2 * padding - kw + 1, stride):
                box = Xp[n, :, top:top + kh, left:left + kw]
                columns.append(box.transpose(1, 2, 0).ravel())
    return np.stack(columns, axis=1)
