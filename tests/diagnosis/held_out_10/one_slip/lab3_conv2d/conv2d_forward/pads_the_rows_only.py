# Zeros come in above and below, but not at the left and the right.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (0, 0)))
    H_out = (Xp.shape[2] - KH) // stride + 1
    W_out = (Xp.shape[3] - KW) // stride + 1
    out = np.zeros((N, O, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            win = Xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            out[:, :, i, j] = np.einsum("nchw,ochw->no", win, w) + b
    return out
