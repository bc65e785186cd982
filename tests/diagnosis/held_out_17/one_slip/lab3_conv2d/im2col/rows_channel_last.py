# the rows are ordered by kernel row, kernel column, channel (channel last) instead of channel first
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    cols = []
    for n in range(N):
        for i in range(h):
            for j in range(v):
                win = P[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                cols.append(win.transpose(1, 2, 0).ravel())
    return np.array(cols).T
