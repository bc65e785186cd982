# index arrays for channel, row and column by np.indices, one gather
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    ho, wo = (H - kh) // stride + 1, (W - kw) // stride + 1
    c, u, v = [a.reshape(-1, 1) for a in np.indices((C, kh, kw))]
    n, i, j = [a.reshape(1, -1) for a in np.indices((N, ho, wo))]
    return P[n, c, i * stride + u, j * stride + v]
