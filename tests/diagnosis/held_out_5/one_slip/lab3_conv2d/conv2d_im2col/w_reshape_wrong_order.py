# wrong: w is flattened with the channel last, the columns with the channel first
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride, padding)
    rows = w.transpose(0, 2, 3, 1).reshape(O, -1)
    oh = (H - KH + 2 * padding) // stride + 1
    ow = (W - KW + 2 * padding) // stride + 1
    out = rows.dot(cols) + b[:, None]
    return out.reshape(O, N, oh, ow).transpose(1, 0, 2, 3)
