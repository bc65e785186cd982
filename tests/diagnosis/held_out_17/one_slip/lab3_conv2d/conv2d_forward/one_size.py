# one output size, computed from the height of image and filter, is used for rows and columns, so the number of columns is wrong or it raises where the two differ
def conv2d_forward(X, w, b, stride=1, padding=0):
    p, s = padding, stride
    Xp = np.zeros((X.shape[0], X.shape[1], X.shape[2] + 2 * p, X.shape[3] + 2 * p))
    Xp[:, :, p:p + X.shape[2], p:p + X.shape[3]] = X
    kh, kw = w.shape[2:]
    size = int(np.ceil((Xp.shape[2] - kh + 1) / s))
    out = np.zeros((len(X), len(w), size, size))
    for i in range(size):
        for j in range(size):
            patch = Xp[:, None, :, i * s:i * s + kh, j * s:j * s + kw]
            out[:, :, i, j] = np.sum(patch * w[None], axis=(2, 3, 4)) + b
    return out
