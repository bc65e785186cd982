# The running sum is not set back to zero between two filters.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    pad = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    Ho, Wo = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, O, Ho, Wo))
    acc = np.zeros((N, Ho, Wo))
    for o in range(O):
        for c in range(C):
            for u in range(KH):
                for v in range(KW):
                    piece = pad[:, c, u:u + stride * Ho:stride, v:v + stride * Wo:stride]
                    acc = acc + w[o, c, u, v] * piece[:, :Ho, :Wo]
        out[:, o] = acc + b[o]
    return out
