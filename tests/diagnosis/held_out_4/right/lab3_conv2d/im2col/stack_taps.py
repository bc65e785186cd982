# right
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    N, C, H, W = X.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    rows = []
    for c in range(C):
        for i in range(kh):
            for j in range(kw):
                rows.append(X[:, c, i : i + stride * oh : stride, j : j + stride * ow : stride].ravel())
    return np.stack(rows)
