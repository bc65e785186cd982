# the output columns are ordered by image, output column, output row: the two position loops are in the wrong order
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    ho = (H + 2 * padding - kh) // stride + 1
    wo = (W + 2 * padding - kw) // stride + 1
    M = np.empty((C * kh * kw, N * ho * wo), dtype=P.dtype)
    q = 0
    for n in range(N):
        for c in range(0, wo * stride, stride):
            for r in range(0, ho * stride, stride):
                M[:, q] = P[n, :, r:r + kh, c:c + kw].reshape(-1)
                q += 1
    return M
