# the bias is added along the last axis (columns) instead of the filter axis: another map, or an error where O is not W_out or 1
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            r, s = i * stride, j * stride
            patch = X[:, :, r : r + KH, s : s + KW].reshape(N, -1)
            A[:, :, i, j] = patch @ w.reshape(O, -1).T
    return A + b
