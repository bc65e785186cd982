# right
# Index arrays for rows and columns of every tap.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    framed = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=X.dtype)
    framed[:, :, padding:padding + H, padding:padding + W] = X
    tops = np.arange(0, H + 2 * padding - kh + 1, stride)
    lefts = np.arange(0, W + 2 * padding - kw + 1, stride)
    r, c = np.divmod(np.arange(kh * kw), kw)
    rows = r[:, None, None] + tops[:, None]
    columns = c[:, None, None] + lefts
    return framed[:, :, rows, columns].transpose(1, 2, 0, 3, 4).reshape(C * kh * kw, -1)
