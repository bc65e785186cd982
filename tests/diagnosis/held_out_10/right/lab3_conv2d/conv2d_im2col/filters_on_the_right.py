# right
# The transposed product, with channels moved at the end.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    KH, KW = w.shape[2:]
    shape = [(n - k + 2 * padding) // stride + 1 for n, k in zip(X.shape[2:], w.shape[2:])]
    flat = im2col(X, KH, KW, stride, padding).T @ w.reshape(len(w), -1).T + b
    return np.moveaxis(flat.reshape(len(X), *shape, len(w)), -1, 1).copy()
