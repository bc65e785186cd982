# The bias is added once for each channel.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p, s = padding, stride
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p), dtype=X.dtype)
    Xp[:, :, p:H + p, p:W + p] = X
    Ho, Wo = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
    Y = np.zeros((N, O, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            for o in range(O):
                for c in range(C):
                    window = Xp[:, c, i * s:i * s + KH, j * s:j * s + KW]
                    Y[:, o, i, j] += (window * w[o, c]).sum(axis=(1, 2)) + b[o]
    return Y
