# wrong: columns go over places first, image last: images alternate in the columns
def im2col(X, kh, kw, stride=1, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = X.shape
    oh = (h - kh) // stride + 1
    ow = (w - kw) // stride + 1
    cols = []
    for i in range(oh):
        for j in range(ow):
            for img in X:
                a, b = i * stride, j * stride
                cols.append(img[:, a : a + kh, b : b + kw].flatten())
    return np.array(cols).T
