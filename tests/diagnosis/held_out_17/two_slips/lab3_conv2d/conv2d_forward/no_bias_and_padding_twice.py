# the bias is not added; and the output size counts the padding once (H - KH + padding), so the last windows are missing where padding > 0
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H - KH + padding) // stride + 1, (W - KW + padding) // stride + 1
    A = np.zeros((N, O, h, v))
    for i in range(h):
        for j in range(v):
            win = P[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            A[:, :, i, j] = np.einsum('ncuv,ocuv->no', win, w)
    return A
