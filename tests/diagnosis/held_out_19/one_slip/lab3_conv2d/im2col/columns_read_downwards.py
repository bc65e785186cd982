# columns run down the output columns first (output column before output row)
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    H_out = (H - kh + 2 * padding) // stride + 1
    W_out = (W - kw + 2 * padding) // stride + 1
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    P[:, :, padding:padding + H, padding:padding + W] = X
    cols = []
    for n in range(N):
        for j in range(W_out):
            for i in range(H_out):
                cols.append(P[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    return np.array(cols).T.copy()
