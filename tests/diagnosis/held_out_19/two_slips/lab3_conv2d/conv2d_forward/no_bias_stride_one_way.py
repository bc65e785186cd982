# the bias is forgotten; and the stride is used for the rows only, columns move by 1
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    A = np.empty((N, O, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            window = P[:, :, i * stride:i * stride + KH, j:j + KW]
            A[:, :, i, j] = np.einsum("ncuv,ocuv->no", window, w)
    return A
