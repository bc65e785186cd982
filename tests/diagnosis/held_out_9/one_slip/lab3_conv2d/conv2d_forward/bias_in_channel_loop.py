# The bias is added once for every channel.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((N, O, oh, ow))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for i in range(oh):
                    for j in range(ow):
                        win = Xp[n, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                        out[n, o, i, j] += np.vdot(win, w[o, c]) + b[o]
    return out
