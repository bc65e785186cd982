# Windows are anchored every kh rows and kw columns, as if they had to tile the image, and not every `stride`, so there are too few or too many of them.
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    cols = []
    for n in range(N):
        for top in range(0, H - kh + 1, kh):
            for left in range(0, W - kw + 1, kw):
                cols.append(P[n, :, top:top + kh, left:left + kw].reshape(-1))
    return np.array(cols).T.copy()
