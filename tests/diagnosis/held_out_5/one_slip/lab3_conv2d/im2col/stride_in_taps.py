# wrong: the stride is applied within the window (a dilation), not between windows
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    cols = np.zeros((C, kh, kw, N, oh, ow), dtype=X.dtype)
    for i in range(kh):
        for j in range(kw):
            for y in range(oh):
                for x in range(ow):
                    r, q = y + i * stride, x + j * stride
                    if r < P.shape[2] and q < P.shape[3]:
                        cols[:, i, j, :, y, x] = P[:, :, r, q].T
    return cols.reshape(C * kh * kw, N * oh * ow)
