# the tap's slice ends at H - kh + u (excluded), one row and column too early
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    H_out, W_out = (H - kh) // stride + 1, (W - kw) // stride + 1
    columns = np.zeros((C, kh, kw, N, H_out, W_out), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            piece = X[:, :, u:H - kh + u:stride, v:W - kw + v:stride]
            columns[:, u, v] = piece.transpose(1, 0, 2, 3)
    return columns.reshape(C * kh * kw, N * H_out * W_out)
