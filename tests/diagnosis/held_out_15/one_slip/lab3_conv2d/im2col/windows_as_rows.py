# Returns the transpose: each window is a row of the matrix and not a column.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    out = []
    for n in range(N):
        for i in range(0, P.shape[2] - kh + 1, stride):
            for j in range(0, P.shape[3] - kw + 1, stride):
                out.append(P[n, :, i:i + kh, j:j + kw].flatten())
    return np.array(out)
