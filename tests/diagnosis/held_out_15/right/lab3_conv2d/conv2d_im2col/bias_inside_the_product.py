# Right: a row of ones below the columns and the biases as one more column of the filters, so the product adds the bias itself.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, _, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride, padding)
    cols = np.concatenate([cols, np.ones((1, cols.shape[1]), dtype=cols.dtype)])
    filters = np.concatenate([w.reshape(O, -1), b[:, None]], axis=1)
    h = (X.shape[2] - KH + 2 * padding) // stride + 1
    maps = (filters @ cols).reshape(O, len(X), h, -1)
    return np.moveaxis(maps, 0, 1).copy()
