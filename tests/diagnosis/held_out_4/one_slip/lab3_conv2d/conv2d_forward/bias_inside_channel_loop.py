# wrong: the bias is added once for each channel
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    Ho, Wo = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    result = np.zeros((N, O, Ho, Wo))
    for o in range(O):
        for c in range(C):
            for i in range(KH):
                for j in range(KW):
                    piece = Xp[:, c, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
                    result[:, o] += piece * w[o, c, i, j]
            result[:, o] += b[o]
    return result
