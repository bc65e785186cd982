# Columns by output column first, then output row.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    padded = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    tops = range(0, H + 2 * padding - kh + 1, stride)
    lefts = range(0, W + 2 * padding - kw + 1, stride)
    columns = []
    for n in range(N):
        for left in lefts:
            for top in tops:
                columns.append(padded[n, :, top:top + kh, left:left + kw].reshape(-1, 1))
    return np.concatenate(columns, axis=1)
