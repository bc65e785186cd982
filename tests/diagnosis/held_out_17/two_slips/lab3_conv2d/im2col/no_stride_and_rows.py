# the windows ignore the stride in their starts (i, j instead of i * stride, j * stride); and each window is read column by column (Fortran order within a channel)
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = np.zeros((C * kh * kw, N * h * v), dtype=X.dtype)
    q = 0
    for n in range(N):
        for i in range(h):
            for j in range(v):
                out[:, q] = P[n, :, i:i + kh, j:j + kw].transpose(0, 2, 1).ravel()
                q += 1
    return out
