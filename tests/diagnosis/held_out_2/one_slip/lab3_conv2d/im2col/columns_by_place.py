# wrong: columns ordered by place first, then image
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    cols = []
    for i in range((H - kh) // stride + 1):
        for j in range((W - kw) // stride + 1):
            for n in range(N):
                cols.append(X[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    return np.stack(cols, axis=1)
