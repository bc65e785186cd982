# the image is padded so that the map has the size of X; the filter is turned round first
def conv_forward(X, w):
    f = w[::-1, ::-1]
    kh, kw = f.shape
    P = np.pad(X, ((kh // 2, kh - 1 - kh // 2), (kw // 2, kw - 1 - kw // 2)))
    return np.array([[np.sum(P[i:i + kh, j:j + kw] * f) for j in range(X.shape[1])]
                     for i in range(X.shape[0])])
