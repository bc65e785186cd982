# the product (O, N * H_out * W_out) is reshaped straight to (N, O, H_out, W_out): maps are shuffled as soon as there are several images and several filters
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    N, _, H, W = X.shape
    h = (H - KH + 2 * padding) // stride + 1
    v = (W - KW + 2 * padding) // stride + 1
    A = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding) + b.reshape(-1, 1)
    return A.reshape(N, O, h, v)
