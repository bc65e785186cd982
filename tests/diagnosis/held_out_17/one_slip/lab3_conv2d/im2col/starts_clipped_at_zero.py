# the number of output rows and columns counts padding, but the window starts are shifted by -padding and clipped at 0, so the first windows are not padded but moved inside the image
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    ho, wo = (H - kh + 2 * padding) // stride + 1, (W - kw + 2 * padding) // stride + 1
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    big[:, :, :H, :W] = X
    cols = []
    for n in range(N):
        for i in range(ho):
            for j in range(wo):
                r, c = max(0, i * stride - padding), max(0, j * stride - padding)
                cols.append(big[n, :, r:r + kh, c:c + kw].flatten())
    return np.stack(cols, axis=1)
