# reshapes the (O, N * H_out * W_out) product straight to (N, O, H_out, W_out) without moving the filter axis, so images and filters are mixed up
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    out = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding) + b[:, None]
    return out.reshape(N, O, Ho, Wo)
