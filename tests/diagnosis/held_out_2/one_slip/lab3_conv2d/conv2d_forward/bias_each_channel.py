# wrong: the bias is added for each channel: C times too much
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (H + 2 * padding - KH) // stride + 1
    v = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, O, h, v))
    for o in range(O):
        for c in range(C):
            for i in range(h):
                for j in range(v):
                    win = Xp[:, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                    out[:, o, i, j] += (win * w[o, c]).sum(axis=(1, 2)) + b[o]
    return out
