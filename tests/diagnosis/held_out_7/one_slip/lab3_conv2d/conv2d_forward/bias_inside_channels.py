# the bias is added once for each channel
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    y, x = i * stride, j * stride
                    for c in range(C):
                        A[n, o, i, j] += np.sum(Xp[n, c, y : y + KH, x : x + KW] * w[o, c]) + b[o]
    return A
