# Adds the bias of the first filter to all.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = (H + 2 * padding - KH) // stride + 1
    Wo = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    top, left = i * stride, j * stride
                    patch = Xp[n, :, top:top + KH, left:left + KW]
                    out[n, o, i, j] = np.sum(patch * w[o]) + b[0]
    return out
