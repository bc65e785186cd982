# wrong: padding zeros in all, half of them at each side
def conv_1d_channels(x, w, stride=1, padding=0):
    n, c, t = x.shape
    o, _, k = w.shape
    left = padding // 2
    big = np.zeros((n, c, t + 2 * padding))
    big[:, :, left : left + t] = x
    steps = (t - k + 2 * padding) // stride + 1
    out = np.zeros((n, o, steps))
    for i in range(steps):
        out[:, :, i] = np.tensordot(big[:, :, i * stride : i * stride + k], w, axes=([1, 2], [1, 2]))
    return out
