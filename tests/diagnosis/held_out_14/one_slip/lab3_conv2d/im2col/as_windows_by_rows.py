# the matrix is handed back transposed: one window per row instead of per column
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    P[:, :, padding:padding + H, padding:padding + W] = X
    Ho, Wo = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    M = np.zeros((N * Ho * Wo, C * kh * kw), dtype=X.dtype)
    for r in range(len(M)):
        n, rest = divmod(r, Ho * Wo)
        i, j = divmod(rest, Wo)
        M[r] = P[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].reshape(-1)
    return M
