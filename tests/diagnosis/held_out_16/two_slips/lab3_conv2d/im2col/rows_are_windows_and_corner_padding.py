# two slips: the matrix is transposed (each window is a row), and the padding is put at the top and left only (2 p rows and columns of zeros there)
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    P[:, :, 2 * padding :, 2 * padding :] = X
    windows = []
    for n in range(N):
        for i in range(0, P.shape[2] - kh + 1, stride):
            for j in range(0, P.shape[3] - kw + 1, stride):
                windows.append(P[n, :, i : i + kh, j : j + kw].ravel())
    return np.array(windows)
