# wrong: @ instead of *: a matrix product of patch and filter
def conv_forward(X, w):
    kh, kw = w.shape
    rows = X.shape[0] - kh + 1
    cols = X.shape[1] - kw + 1
    out = np.empty((rows, cols), dtype=float)
    for i, j in np.ndindex(rows, cols):
        patch = X[i:i + kh, j:j + kw].astype(float)
        out[i, j] = (patch @ w.T).sum()
    return out
