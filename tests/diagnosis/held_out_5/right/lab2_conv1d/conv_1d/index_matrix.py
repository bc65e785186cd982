# right
def conv_1d(x, w):
    n, k = len(x), len(w)
    i = np.arange(n)[:, None] + np.arange(k)[None, :] - k // 2
    inside = (i >= 0) & (i < n)
    return (np.where(inside, x[np.clip(i, 0, n - 1)], 0) * w).sum(axis=1)
