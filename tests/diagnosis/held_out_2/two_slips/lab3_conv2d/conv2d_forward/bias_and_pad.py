# wrong: no bias; and the padding is at the bottom and the right only
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    canvas = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    canvas[:, :, :H, :W] = X
    h = (H - KH + 2 * padding) // stride + 1
    v = (W - KW + 2 * padding) // stride + 1
    Z = np.zeros((N, O, h, v))
    for i in range(h):
        for j in range(v):
            piece = canvas[:, None, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            Z[:, :, i, j] = np.sum(piece * w[None], axis=(2, 3, 4))
    return Z
