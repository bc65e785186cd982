# wrong: the bias is added once for each channel
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    out = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for i in range(Ho):
                    for j in range(Wo):
                        r, s = i * stride, j * stride
                        patch = P[n, c, r : r + KH, s : s + KW]
                        out[n, o, i, j] += (patch * w[o, c]).sum() + b[o]
    return out
