# cs231n's im2col_indices: transposes to (1, 2, 0), so the columns are ordered by output row, output column, image (image last) instead of image first
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    x_padded = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode='constant')
    out_height = (H + 2 * padding - kh) // stride + 1
    out_width = (W + 2 * padding - kw) // stride + 1
    i0 = np.tile(np.repeat(np.arange(kh), kw), C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(kw), kh * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), kh * kw).reshape(-1, 1)
    cols = x_padded[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(C * kh * kw, -1)
