# right: the bias is one more weight, which meets a row of ones below the columns
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    h = (X.shape[2] - KH + 2 * padding) // stride + 1
    v = (X.shape[3] - KW + 2 * padding) // stride + 1
    K = im2col(X, KH, KW, stride, padding)
    K = np.concatenate([K, np.ones((1, K.shape[1]), dtype=K.dtype)])
    weights = np.concatenate([w.reshape(O, -1), b[:, None]], axis=1)
    return np.moveaxis((weights @ K).reshape(O, len(X), h, v), 0, 1).copy()
