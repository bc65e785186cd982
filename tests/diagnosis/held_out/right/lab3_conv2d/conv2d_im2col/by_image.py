# right
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, _, kh, kw = w.shape
    h, v = (X.shape[2] + 2 * padding - kh) // stride + 1, (X.shape[3] + 2 * padding - kw) // stride + 1
    product = np.dot(w.reshape(O, -1), im2col(X, kh, kw, stride=stride, padding=padding)) + b[:, np.newaxis]
    return np.ascontiguousarray(np.swapaxes(product.reshape(O, len(X), h, v), 0, 1))
