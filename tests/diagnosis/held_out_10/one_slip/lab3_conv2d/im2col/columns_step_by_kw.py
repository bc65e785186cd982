# Along a row the windows step by their own width, not by the stride.
def im2col(X, kh, kw, stride=1, padding=0):
    img = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = img.shape
    tops = range(0, H - kh + 1, stride)
    lefts = range(0, W - kw + 1, kw)
    return np.stack([img[n, :, r:r + kh, c:c + kw].reshape(-1)
                     for n in range(N) for r in tops for c in lefts], axis=1)
