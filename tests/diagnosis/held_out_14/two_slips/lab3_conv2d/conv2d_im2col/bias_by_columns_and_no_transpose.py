# the product (O, N*H_out*W_out) is reshaped straight to (N, O, H_out, W_out), which shuffles the maps; the bias is added along the last axis (A + b), wrong or an exception unless there is one filter
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    Ho = (X.shape[2] + 2 * padding - KH) // stride + 1
    Wo = (X.shape[3] + 2 * padding - KW) // stride + 1
    A = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding)
    A = A.reshape(len(X), O, Ho, Wo)
    return A + b
