# wrong: the rows go by kernel place first, then channel
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    rows = []
    for i in range(kh):
        for j in range(kw):
            for c in range(C):
                rows.append(X[:, c, i:i + stride * h:stride, j:j + stride * v:stride][:, :h, :v].ravel())
    return np.array(rows)
