# wrong: columns ordered by output column first: i and j loops swapped
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for n in range(N):
        for j in range(0, W + 2 * padding - kw + 1, stride):
            for i in range(0, H + 2 * padding - kh + 1, stride):
                columns.append(P[n, :, i:i + kh, j:j + kw].ravel())
    return np.array(columns).T
