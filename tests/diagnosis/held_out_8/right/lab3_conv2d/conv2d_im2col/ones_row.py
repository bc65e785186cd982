# right
# the bias as one more row of the matrix
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride, padding)
    cols = np.vstack([cols, np.ones((1, cols.shape[1]), dtype=cols.dtype)])
    weights = np.hstack([w.reshape(O, -1), b[:, None]])
    Ho = (X.shape[2] + 2 * padding - KH) // stride + 1
    out = (weights @ cols).reshape(O, len(X), Ho, -1)
    return np.moveaxis(out, 0, 1).copy()
