# the bias is added inside the loop over the channels, so it counts C times
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    Ho, Wo = (H - KH) // stride + 1, (W - KW) // stride + 1
    A = np.zeros((N, O, Ho, Wo))
    for o in range(O):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = P[:, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                    A[:, o, i, j] += (win * w[o, c]).sum(axis=(1, 2)) + b[o]
    return A
