# the filters are written as rows with w.reshape(-1, O).T instead of w.reshape(O, -1), so the weights of different filters are mixed up
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    Ho = (X.shape[2] - KH + 2 * padding) // stride + 1
    Wo = (X.shape[3] - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    rows = w.reshape(-1, O).T
    A = rows @ cols + b[:, None]
    return A.reshape(O, len(X), Ho, Wo).transpose(1, 0, 2, 3).copy()
