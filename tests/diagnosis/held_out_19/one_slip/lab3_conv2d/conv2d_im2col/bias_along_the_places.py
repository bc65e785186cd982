# b is added without a new axis, it goes along the columns instead of the filters
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N = len(X)
    O, _, KH, KW = w.shape
    h = (X.shape[2] + 2 * padding - KH) // stride + 1
    v = (X.shape[3] + 2 * padding - KW) // stride + 1
    scores = np.dot(w.reshape(O, -1), im2col(X, KH, KW, stride, padding))
    scores = scores + b
    return np.swapaxes(scores.reshape(O, N, h, v), 0, 1)
