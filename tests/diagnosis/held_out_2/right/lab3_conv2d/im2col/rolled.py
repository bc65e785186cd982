# right
def im2col(X, kh, kw, stride=1, padding=0):
    p = padding
    wide = np.pad(X, [(0, 0), (0, 0), (p, p), (p, p)])
    h, v = (wide.shape[2] - kh) // stride + 1, (wide.shape[3] - kw) // stride + 1
    rows = []
    for c in range(X.shape[1]):
        for i in range(kh):
            for j in range(kw):
                rows.append(wide[:, c, i:i + h * stride:stride, j:j + v * stride:stride][:, :h, :v].ravel())
    return np.array(rows)
