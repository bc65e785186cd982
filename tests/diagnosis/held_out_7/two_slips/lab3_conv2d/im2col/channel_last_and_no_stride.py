# the channel is the fastest of the rows; the windows ignore the stride
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((C * kh * kw, N * oh * ow), dtype=X.dtype)
    col = 0
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                a, b = i, j
                patch = Xp[n, :, a : a + kh, b : b + kw]
                out[:, col] = patch.transpose(1, 2, 0).flatten()
                col += 1
    return out
