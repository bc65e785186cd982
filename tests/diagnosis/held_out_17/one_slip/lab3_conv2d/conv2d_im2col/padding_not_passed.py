# forgets to hand padding on to im2col (only the stride is passed), so the sizes do not fit where padding > 0
def conv2d_im2col(X, w, b, stride=1, padding=0):
    n = X.shape[0]
    o, c, kh, kw = w.shape
    ho, wo = [(X.shape[2 + i] + 2 * padding - w.shape[2 + i]) // stride + 1 for i in (0, 1)]
    m = im2col(X, kh, kw, stride)
    y = np.dot(w.reshape(o, c * kh * kw), m) + b.reshape(o, 1)
    return np.moveaxis(y.reshape(o, n, ho, wo), 0, 1).copy()
