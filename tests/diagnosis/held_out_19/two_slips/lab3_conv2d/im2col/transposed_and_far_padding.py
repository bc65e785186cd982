# each window is a row, not a column (transposed); and the padding is only put at the bottom and right
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    rows = []
    for n in range(N):
        for top in range(0, P.shape[2] - kh + 1, stride):
            for left in range(0, P.shape[3] - kw + 1, stride):
                rows.append(P[n, :, top:top + kh, left:left + kw].flatten())
    return np.array(rows)
