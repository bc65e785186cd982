# The slice of each tap ends at i + oh, not at i + stride * oh: too few entries for stride 2.
def im2col(X, kh, kw, stride=1, padding=0):
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = Xp.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    cols = np.empty((N, C, kh, kw, oh, ow), dtype=X.dtype)
    for i in range(kh):
        for j in range(kw):
            cols[:, :, i, j] = Xp[:, :, i:i + oh:stride, j:j + ow:stride]
    return cols.transpose(1, 2, 3, 0, 4, 5).reshape(C * kh * kw, -1)
