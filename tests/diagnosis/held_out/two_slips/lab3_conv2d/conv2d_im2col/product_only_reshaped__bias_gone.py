# wrong: reshaped to (N, O, ...) without moving the axes; the bias is missing
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    flat = w.reshape(O, -1) @ cols
    return flat.reshape(N, O, oh, ow)
