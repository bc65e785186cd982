# The product (O, N*H*W) is reshaped to (N, O, H, W) at once: images and filters are mixed.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, _, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H - KH + 2 * padding) // stride + 1
    ow = (W - KW + 2 * padding) // stride + 1
    res = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding) + b.reshape(-1, 1)
    return res.reshape(N, O, oh, ow)
