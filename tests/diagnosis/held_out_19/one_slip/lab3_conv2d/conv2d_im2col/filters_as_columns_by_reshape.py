# w.reshape(-1, O) for a transpose: the filters' weights are mixed up
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    N, _, H, W = X.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride=stride, padding=padding)
    A = cols.T @ w.reshape(-1, O) + b
    return A.reshape(N, H_out, W_out, O).transpose(0, 3, 1, 2)
