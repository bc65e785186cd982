# right: writes the windows of an image of pixel numbers as columns, then takes these pixels
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    c, u, q = np.unravel_index(np.arange(C * kh * kw), (C, kh, kw))
    n, i, j = np.unravel_index(np.arange(N * h * v), (N, h, v))
    place = (n * C + c[:, None]) * H + i * stride + u[:, None]
    return P.ravel().take(place * W + j * stride + q[:, None])
