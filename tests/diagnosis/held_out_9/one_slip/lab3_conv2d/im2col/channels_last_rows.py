# Rows ordered by kernel row, kernel column, channel: the channel last.
def im2col(X, kh, kw, stride=1, padding=0):
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C = Xp.shape[:2]
    oh, ow = (Xp.shape[2] - kh) // stride + 1, (Xp.shape[3] - kw) // stride + 1
    cols = np.zeros((kh, kw, C, N, oh, ow), dtype=X.dtype)
    for i in range(kh):
        for j in range(kw):
            part = Xp[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride][:, :, :oh, :ow]
            cols[i, j] = part.transpose(1, 0, 2, 3)
    return cols.reshape(kh * kw * C, -1)
