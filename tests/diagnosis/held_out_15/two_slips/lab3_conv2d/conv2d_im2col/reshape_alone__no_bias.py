# The product is reshaped to (N, O, H_out, W_out) without a transpose, so maps of several images and filters are shuffled; and b is not added.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, O = len(X), len(w)
    KH, KW = w.shape[2:]
    Ho = (X.shape[2] - KH + 2 * padding) // stride + 1
    Wo = (X.shape[3] - KW + 2 * padding) // stride + 1
    product = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding)
    return product.reshape(N, O, Ho, Wo)
