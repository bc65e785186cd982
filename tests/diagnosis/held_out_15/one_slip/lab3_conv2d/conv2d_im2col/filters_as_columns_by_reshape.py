# Makes the filter matrix with w.reshape(-1, O).T in place of w.reshape(O, -1), which mixes the weights of different filters.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, _, H, W = X.shape
    O, _, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride, padding)
    filters = w.reshape(-1, O).T
    out = filters @ cols + b[:, None]
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    return out.reshape(O, N, Ho, Wo).transpose(1, 0, 2, 3).copy()
