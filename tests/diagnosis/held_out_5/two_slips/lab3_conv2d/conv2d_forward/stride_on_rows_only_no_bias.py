# wrong: stride is used for the rows only; the bias is forgotten
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    p = padding
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Xp[:, :, p : H + p, p : W + p] = X
    oh, ow = (H + 2 * p - KH) // stride + 1, (W + 2 * p - KW) // stride + 1
    A = np.zeros((N, O, oh, ow))
    for i in range(oh):
        for j in range(ow):
            patch = Xp[:, :, i * stride : i * stride + KH, j : j + KW]
            A[:, :, i, j] = np.tensordot(patch, w, ((1, 2, 3), (1, 2, 3)))
    return A
