# wrong: the bias is missing
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    flat = w.reshape(O, -1) @ cols
    return flat.reshape(O, N, oh, ow).transpose(1, 0, 2, 3)
