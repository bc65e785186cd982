# the channels overwrite each other; the bias of filter 0 serves all
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho, Wo = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    value = 0
                    for c in range(C):
                        part = Xp[n, c, i * stride : i * stride + KH, j * stride : j * stride + KW]
                        value = (part * w[o, c]).sum()
                    A[n, o, i, j] = value + b[0]
    return A
