# Writes windows and their order as MATLAB's im2col 'sliding' does, column by column: down the kernel's rows first within a window, and down the image's rows first from window to window.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    A = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    M, L = A.shape[2:]
    row_extent = (M - kh) // stride + 1
    col_extent = (L - kw) // stride + 1
    out = np.empty((C * kh * kw, N * row_extent * col_extent), dtype=X.dtype)
    k = 0
    for n in range(N):
        for j in range(col_extent):
            for i in range(row_extent):
                block = A[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                out[:, k] = block.transpose(0, 2, 1).ravel()
                k += 1
    return out
