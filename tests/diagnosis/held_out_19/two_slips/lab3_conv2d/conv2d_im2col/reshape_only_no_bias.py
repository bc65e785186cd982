# the product is reshaped straight to (N, O, H, W) without a transpose; and the bias is missing
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    return (w.reshape(O, -1) @ cols).reshape(N, O, H_out, W_out)
