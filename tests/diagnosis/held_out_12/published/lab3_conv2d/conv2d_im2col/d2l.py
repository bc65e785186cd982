# d2l / blog manner with a stack of patches, in which the bias is added to the rows of images, by broadcasting along the wrong axis.
def to_rows(img, f_h, f_w, s, p):
    return im2col(img, f_h, f_w, s, p).T


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, depth, f_h, f_w = w.shape
    n = X.shape[0]
    out_h = (X.shape[2] + 2 * padding - f_h) // stride + 1
    out_w = (X.shape[3] + 2 * padding - f_w) // stride + 1
    patches = to_rows(X, f_h, f_w, stride, padding)
    scores = patches @ w.reshape(n_filters, -1).T
    maps = scores.reshape(n, out_h, out_w, n_filters).transpose(0, 3, 1, 2)
    return maps + np.resize(b, (n, 1, 1, 1))
