# Every channel meets the filter's slice for channel 0.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    Xp[:, :, padding:padding + H, padding:padding + W] = X
    oh, ow = (Xp.shape[2] - KH) // stride + 1, (Xp.shape[3] - KW) // stride + 1
    out = np.empty((N, O, oh, ow))
    for i in range(oh):
        for j in range(ow):
            patch = Xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            for o in range(O):
                out[:, o, i, j] = np.sum(patch * w[o, 0], axis=(1, 2, 3)) + b[o]
    return out
