# The product (O, N*H*W) is reshaped to N, O, ... directly.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N = X.shape[0]
    O, C, KH, KW = w.shape
    Ho = (X.shape[2] - KH + 2 * padding) // stride + 1
    Wo = (X.shape[3] - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    prod = w.reshape(O, -1) @ cols + b[:, None]
    return prod.reshape(N, O, Ho, Wo)
