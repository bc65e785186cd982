# wrong: returned NHWC: the filters last
def conv2d_im2col(X, w, b, stride=1, padding=0):
    FN, C, FH, FW = w.shape
    N, C, H, W = X.shape
    out_h = int(1 + (H + 2 * padding - FH) / stride)
    out_w = int(1 + (W + 2 * padding - FW) / stride)
    col = im2col(X, FH, FW, stride, padding).T
    col_W = w.reshape(FN, -1).T
    out = np.dot(col, col_W) + b
    return out.reshape(N, out_h, out_w, -1)
