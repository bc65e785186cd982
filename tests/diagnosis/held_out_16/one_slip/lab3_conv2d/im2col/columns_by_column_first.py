# the columns are ordered by image, then output column, then output row (MATLAB's order): rows should come before columns
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    result = None
    for n in range(N):
        for j in range(0, W + 2 * padding - kw + 1, stride):
            for i in range(0, H + 2 * padding - kh + 1, stride):
                column = P[n, :, i : i + kh, j : j + kw].reshape(-1, 1)
                result = column if result is None else np.hstack((result, column))
    return result.copy()
