# the columns are ordered by place first and image last (cols.transpose(1, 2, 0)), as in cs231n's im2col_indices, instead of by image first
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    p = padding
    x_padded = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    out_height = (H + 2 * p - kh) // stride + 1
    out_width = (W + 2 * p - kw) // stride + 1
    i0 = np.tile(np.repeat(np.arange(kh), kw), C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(kw), kh * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), kh * kw).reshape(-1, 1)
    cols = x_padded[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(kh * kw * C, -1)
