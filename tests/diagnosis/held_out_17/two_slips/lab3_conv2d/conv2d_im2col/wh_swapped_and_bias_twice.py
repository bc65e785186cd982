# H_out and W_out are swapped in the last reshape; and the bias is added twice (before and after the reshape)
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    A = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding) + b.reshape(-1, 1)
    A = A.reshape(O, N, Wo, Ho).transpose(1, 0, 2, 3)
    return A + b.reshape(1, -1, 1, 1)
