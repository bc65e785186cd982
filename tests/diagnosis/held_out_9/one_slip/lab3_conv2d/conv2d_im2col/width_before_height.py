# im2col is asked for windows of KW x KH.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    oh = (X.shape[2] - KH + 2 * padding) // stride + 1
    ow = (X.shape[3] - KW + 2 * padding) // stride + 1
    cols = im2col(X, KW, KH, stride=stride, padding=padding)
    out = (w.reshape(O, -1) @ cols).reshape(O, len(X), oh, ow).transpose(1, 0, 2, 3)
    return out + b.reshape(1, O, 1, 1)
