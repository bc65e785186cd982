# W_out is computed from H and KH (square images); and the channel's sum is set (=), so only the last channel counts
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    size = (H - KH + 2 * padding) // stride + 1
    out = np.zeros((N, O, size, size))
    for n in range(N):
        for o in range(O):
            for i in range(size):
                for j in range(size):
                    for c in range(C):
                        win = P[n, c, i * stride:i * stride + KH, j * stride:j * stride + KW]
                        out[n, o, i, j] = (win * w[o, c]).sum()
            out[n, o] += b[o]
    return out
