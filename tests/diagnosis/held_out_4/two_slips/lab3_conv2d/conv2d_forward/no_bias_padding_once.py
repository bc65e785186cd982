# wrong: no bias; padded at the top and left only
def conv2d_forward(X, w, b, stride=1, padding=0):
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, 0), (padding, 0)))
    N, C, H, W = Xp.shape
    O, _, KH, KW = w.shape
    Ho, Wo = (H - KH) // stride + 1, (W - KW) // stride + 1
    A = np.empty((N, O, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            win = Xp[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            A[:, :, i, j] = np.tensordot(win, w, axes=([1, 2, 3], [1, 2, 3]))
    return A
