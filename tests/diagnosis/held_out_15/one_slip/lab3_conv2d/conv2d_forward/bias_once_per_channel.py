# The bias is added inside the loop over channels, so it counts C times.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for i in range(Ho):
                for j in range(Wo):
                    for c in range(C):
                        patch = Xp[n, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                        A[n, o, i, j] += np.sum(patch * w[o, c]) + b[o]
    return A
