# The bias is missing; the stride moves the rows only.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    oh, ow = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    Xp = np.pad(X, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    out = np.zeros((N, O, oh, ow))
    for n in range(N):
        for o in range(O):
            for i in range(oh):
                for j in range(ow):
                    out[n, o, i, j] = np.sum(Xp[n, :, i * stride:i * stride + KH, j:j + KW] * w[o])
    return out
